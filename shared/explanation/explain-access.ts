import type { Role, Viewer } from '../identity/viewer';
import { roles } from '../identity/viewer';
import { mayTouch } from '../permission/may-touch';
import type { Actor, Group, Operation } from '../permission/policy';
import { cellOf, conditionsFor } from '../permission/terms';
import type { AccessReasonCode, AccessRemedyCode } from './access-reasons';

/** What is asked about: a group by its name, whose rows the viewer wants to see (`r`), or to see counted (`n`). */
export interface AskedRight {
  readonly name: string;
  readonly group: Group;
  readonly operation: Operation;
}

export interface Explanation {
  readonly code: AccessReasonCode;
  readonly remedy: AccessRemedyCode | null;
  /** The permission group that decides. */
  readonly group: string;
  readonly operation: Operation;
  /** Roles that could see it, where a role is what is missing. */
  readonly roles: readonly Role[];
  /** The other party of the agreement that is missing: owner of a row that the viewer sees. */
  readonly organizationId: string | null;
}

const remedyOf: Readonly<Partial<Record<AccessReasonCode, AccessRemedyCode>>> = {
  SIGN_IN_REQUIRED: 'SIGN_IN',
  ROLE_REQUIRED: 'GET_ROLE',
  NARROWED_BY_YOUR_ORGANIZATION: 'UNDO_NARROWING',
  ORGANIZATION_NOT_ACTIVE: 'BECOME_ACTIVE',
  SECOND_FACTOR_REQUIRED: 'PROVE_SECOND_FACTOR',
  AGREEMENT_REQUIRED: 'SIGN_AGREEMENT',
  SCOPE_REQUIRED: 'GET_SCOPE',
};

/** Explanations about one group for one viewer. Nothing here looks at a row that the viewer does not see. */
export class AccessExplainer {
  private readonly blocked: AccessReasonCode | null;

  constructor(
    private readonly asked: AskedRight,
    private readonly viewer: Viewer,
  ) {
    this.blocked = blockedBecause(asked, viewer);
  }

  /** What can be said without any row: nothing of the group is ever open to this viewer. Null when some may be. */
  withoutRow(): Explanation | null {
    return this.blocked && !publicMay(this.asked) ? this.say(this.blocked) : null;
  }

  /** Of a row that the viewer does not see, whether it is there or not: the same for both. */
  hidden(): Explanation {
    const remedy = this.blocked ? (remedyOf[this.blocked] ?? null) : this.howOthersOpen();
    return { ...this.say('NOT_VISIBLE'), remedy, roles: remedy === 'GET_ROLE' ? this.rolesThatCould() : [] };
  }

  visible(): Explanation {
    return this.say('VISIBLE');
  }

  /**
   * Of rows of the group below a row that the viewer sees.
   * @param found whether there is one that the viewer sees too; null when each row of a list is asked for itself
   */
  below(ownerId: string, found: boolean | null): Explanation {
    if (found) return this.say('VISIBLE');
    if (this.blocked) return this.say(publicMay(this.asked) && found === null ? 'VISIBLE' : this.blocked);
    const side = ownerId === this.viewer.organizationId ? 'own' : 'others';
    const terms = this.terms(side);
    if (side === 'own' && terms.some((conditions) => conditions.length === 0)) {
      return this.say(found === null ? 'VISIBLE' : 'NOTHING_THERE');
    }
    const possible = terms.filter((conditions) => !conditions.includes('Y'));
    if (possible.length === 0 && !publicMay(this.asked)) {
      const could = this.rolesThatCould(side);
      return could.length === 0
        ? this.say('OWN_ORGANIZATION_ONLY')
        : { ...this.say('ROLE_REQUIRED'), roles: could };
    }
    const byAgreement = possible.length > 0 && possible.every((conditions) => conditions.includes('C'));
    const agreed = this.viewer.partnerships.some(
      ({ organizationId, group }) => organizationId === ownerId && group === this.asked.name,
    );
    if (byAgreement && !agreed) return { ...this.say('AGREEMENT_REQUIRED'), organizationId: ownerId };
    if (found === null) return this.say('VISIBLE');
    return { ...this.say('LEVEL_TOO_LOW'), remedy: this.howOthersOpen() };
  }

  private say(code: AccessReasonCode): Explanation {
    return {
      code,
      remedy: remedyOf[code] ?? null,
      group: this.asked.name,
      operation: this.asked.operation,
      roles: code === 'ROLE_REQUIRED' ? this.rolesThatCould() : [],
      organizationId: null,
    };
  }

  /** What would open another organisation's row to the viewer, as they are; null where nothing has to. */
  private howOthersOpen(): AccessRemedyCode | null {
    const terms = this.terms('others');
    if (terms.some((conditions) => conditions.every((condition) => condition === 'K'))) return null;
    if (terms.some((conditions) => !conditions.includes('C') && !conditions.includes('Y'))) {
      return 'SHARE_WITH_COALITION';
    }
    return terms.some((conditions) => conditions.includes('C')) ? 'SHARE_UNDER_AGREEMENT' : 'ONLY_THE_OWNER';
  }

  private terms(side: 'own' | 'others'): (readonly string[])[] {
    return actorsOf(this.asked, this.viewer).flatMap((actor) =>
      conditionsFor(cellOf(this.asked.group, actor)[side], this.asked.operation),
    );
  }

  private rolesThatCould(side?: 'own' | 'others'): Role[] {
    const sides = side ? [side] : (['own', 'others'] as const);
    return roles.filter((role) =>
      sides.some((one) =>
        conditionsFor(cellOf(this.asked.group, role)[one], this.asked.operation).some(
          (conditions) => side === undefined || !conditions.includes('Y'),
        ),
      ),
    );
  }
}

/** Those of the viewer's actors that still count for the group. */
function actorsOf({ name, group, operation }: AskedRight, viewer: Viewer): readonly Actor[] {
  const held = group.whileDormant ? [...viewer.roles, ...viewer.dormantRoles] : viewer.roles;
  const actors: readonly Actor[] = viewer.tool ? ['TOOL'] : held;
  return actors.filter((actor) => !viewer.narrowed.includes(`${actor}:${name}:${operation}`));
}

const publicMay = ({ group, operation }: AskedRight) =>
  conditionsFor(cellOf(group, 'PUBLIC').others, operation).length > 0;

/** Why no row of the group is ever open to the viewer, the public's rows apart; null when some may be. */
function blockedBecause({ name, group, operation }: AskedRight, viewer: Viewer): AccessReasonCode | null {
  const withoutPublic = { ...group, cells: { ...group.cells, PUBLIC: '-/-' } };
  const may = (changes: Partial<Viewer>) =>
    mayTouch(name, withoutPublic, operation, { ...viewer, ...changes });
  const unproved = viewer.secondFactorAt === null && group.secondFactor?.includes(operation);
  if (may({})) return unproved ? 'SECOND_FACTOR_REQUIRED' : null;
  if (viewer.tool) {
    const everyScope = { ...viewer.tool, scopes: [`${name}:${operation}`] };
    if (may({ tool: everyScope })) return 'SCOPE_REQUIRED';
    return may({ tool: everyScope, narrowed: [] }) ? 'NARROWED_BY_YOUR_ORGANIZATION' : 'NOT_FOR_TOOLS';
  }
  if (viewer.personId === null) return 'SIGN_IN_REQUIRED';
  if (may({ roles: viewer.dormantRoles, dormantRoles: [] })) return 'ORGANIZATION_NOT_ACTIVE';
  if (may({ narrowed: [] })) return 'NARROWED_BY_YOUR_ORGANIZATION';
  const everybody = [{ organizationId: '', group: name }];
  return may({ partnerships: everybody }) ? 'AGREEMENT_REQUIRED' : 'ROLE_REQUIRED';
}
