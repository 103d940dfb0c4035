import { type Role, roles } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import type { OracleViewer } from './permission-oracle';

/** Organisations of planted rows: the viewer's own, one with an agreement, a third, and one that has left. */
export const mine = 'org_mine';
export const partner = 'org_partner';
export const other = 'org_other';
export const gone = 'org_gone';
export const coalition = seedId('Organization', 'nair');

const nobody: OracleViewer = { organization: null, person: null, roles: [], hidden: [gone] };
const me = { organization: mine, person: 'per_me', hidden: [gone], records: ['key_mine'] };
const ofCoalition = { ...me, organization: coalition };
const staffRight = 'COALITION_STAFF:membership.application:u';

/**
 * Viewers of every kind; those of a group get its agreement or scope. What is narrowed is one operation, and so is what
 * a tool is scoped to.
 */
export function viewersOf(group: string, operation = 'r'): Readonly<Record<string, OracleViewer>> {
  const right = `${group}:${operation}`;
  return {
    'the public': nobody,
    'the public with a link': { ...nobody, records: ['key_mine'] },
    ...each((role) => [role, { ...me, roles: [role] }]),
    ...each((role) => [`${role} with an agreement`, { ...me, roles: [role], partners: [partner, gone] }]),
    ...each((role) => [
      `${role} with an agreement about something else`,
      { ...me, roles: [role], otherAgreements: [partner] },
    ]),
    ...each((role) => [
      `${role} from whom ${operation} was taken`,
      { ...me, roles: [role], partners: [partner], narrowed: [`${role}:${right}`] },
    ]),
    ...each((role) => [
      `${role} of an organisation that is not active`,
      { ...me, roles: [], dormant: [role] },
    ]),
    ...each((role) => [
      `a tool granted by a ${role}`,
      { ...me, roles: [role], partners: [partner], tool: tool(`${group}:r`, right) },
    ]),
    ...each((role) => [
      `a tool granted by a ${role} from whom ${operation} was taken`,
      { ...me, roles: [role], tool: tool(`${group}:r`, right), narrowed: [`${role}:${right}`] },
    ]),
    'somebody with every role': { ...me, roles: [...roles], partners: [partner] },
    'a tool with another scope': { ...me, roles: [...roles], tool: tool(`no.group:${operation}`) },
    'a tool with a scope for another operation': {
      ...me,
      roles: [...roles],
      tool: tool(`${group}:${operation === 'r' ? 'c' : 'r'}`),
    },
    'a tool that the organisation narrowed': {
      ...me,
      roles: [...roles],
      tool: tool(`${group}:r`, right),
      narrowed: [`TOOL:${right}`],
    },
    'staff of the coalition': { ...ofCoalition, roles: ['COALITION_STAFF'] },
    'staff of the coalition who may not decide': {
      ...ofCoalition,
      roles: ['COALITION_STAFF'],
      narrowed: [staffRight],
    },
    'an admin of the coalition': { ...ofCoalition, roles: ['ORG_ADMIN'] },
  };
}

function each(make: (role: Role) => [string, OracleViewer]): Record<string, OracleViewer> {
  return Object.fromEntries(roles.map(make));
}

const tool = (...scopes: string[]) => ({ key: 'key_tool', scopes });
