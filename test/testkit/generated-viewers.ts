import fc from 'fast-check';
import { roles } from '../../shared/identity/viewer';
import { permissionMatrix } from './permission-matrix';
import type { OracleRow, OracleViewer } from './permission-oracle';

export const levels = ['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'];
export const operations = ['r', 'c', 'u', 'd', 'x', 's', 'n', 'e', 'q'];
export const groups: readonly string[] = [...permissionMatrix.keys()];
const organizations = ['org_one', 'org_two', 'org_three'];
/** What a row can have to do with a viewer, as letters of the matrix. */
export const circumstances = ['A', 'G', 'F', 'T', 'U', 'Y', 'N', 'O', 'Q'];

export interface Case {
  readonly group: string;
  readonly operation: string;
  readonly viewer: OracleViewer;
  readonly row: OracleRow;
}

const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

/** Somebody, something they want to do, and a row: of every kind, also of kinds that nobody has thought of. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    group: oneOf(groups),
    operation: fc.oneof({ weight: 2, arbitrary: fc.constant('r') }, oneOf(operations)),
    who: oneOf(['public', 'person', 'person', 'dormant', 'tool'] as const),
    home: oneOf(organizations),
    held: fc.oneof(
      some(roles),
      oneOf(roles).map((role) => [role]),
    ),
    isNarrowed: fc.nat(7),
    partners: some(organizations),
    hidden: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, some(organizations)),
    isInScope: fc.nat(3),
    owner: oneOf(organizations),
    level: oneOf(levels),
    holds: some(circumstances),
  })
  .map(
    ({ group, operation, who, home, held, isNarrowed, partners, hidden, isInScope, owner, level, holds }) => {
      const right = `${group}:${operation}`;
      const isPublic = who === 'public';
      return {
        group,
        operation,
        viewer: {
          organization: isPublic ? null : home,
          person: isPublic ? null : 'per_one',
          roles: who === 'person' || who === 'tool' ? held : [],
          dormant: who === 'dormant' ? held : [],
          narrowed: [
            ...(isNarrowed === 1 ? held.map((role) => `${role}:${right}`) : []),
            ...(isNarrowed === 2 ? [`TOOL:${right}`] : []),
          ],
          // An agreement with a member that is not active is not in force.
          partners: isPublic ? [] : partners.filter((one) => one !== home && !hidden.includes(one)),
          // One is not hidden from oneself.
          hidden: hidden.filter((one) => isPublic || one !== home),
          ...(who === 'tool' && {
            tool: { key: 'key_one', scopes: isInScope > 0 ? [right] : ['no.group:r'] },
          }),
        },
        row: { organization: owner, level, holds },
      };
    },
  );

/** The same case with one fact less, in every way. */
export function poorer(one: Case): Case[] {
  const { viewer, row } = one;
  const of = (changes: Partial<OracleViewer>): Case => ({ ...one, viewer: { ...viewer, ...changes } });
  const less = <Value>(values: readonly Value[] | undefined) =>
    (values ?? []).map((_, at) => values!.filter((__, n) => n !== at));
  const right = `${one.group}:${one.operation}`;
  return [
    ...less(viewer.roles).map((roles) => of({ roles })),
    ...less(viewer.dormant).map((dormant) => of({ dormant })),
    ...less(viewer.partners).map((partners) => of({ partners })),
    ...less(viewer.tool?.scopes).map((scopes) => of({ tool: { ...viewer.tool!, scopes } })),
    ...viewer.roles.map((role) => of({ narrowed: [...(viewer.narrowed ?? []), `${role}:${right}`] })),
    of({ narrowed: [...(viewer.narrowed ?? []), `TOOL:${right}`] }),
    of({ hidden: [...(viewer.hidden ?? []), row.organization!] }),
    ...less(row.holds).map((holds) => ({ ...one, row: { ...row, holds } })),
  ];
}

/** Everything about clients: no key ever opens any of it. */
export const closedToKeys: readonly string[] = [
  ...groups.filter((group) => group.startsWith('legal.') || group.startsWith('referral.')),
  ...['consent.record', 'conflict.check', 'hotline.contact', 'breakglass.grant'],
];
