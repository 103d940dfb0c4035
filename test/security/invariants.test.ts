import fc from 'fast-check';
import { mayTouch } from '../../shared/permission/may-touch';
import type { Group, Operation } from '../../shared/permission/policy';
import { asViewer } from '../testkit/field-rules-check';
import { type Case, cases, circumstances, groups, levels, operations } from '../testkit/generated-viewers';
import { type MatrixTerm, permissionMatrix } from '../testkit/permission-matrix';
import { type OracleViewer, permits } from '../testkit/permission-oracle';
import { mayBeWritten } from '../testkit/table-conditions';

/** Each of the specification's invariants on so many made-up viewers, wishes and rows. */
const numRuns = 10_000;
const clientGroups = ['legal.identity', 'legal.status', 'legal.notes', 'consent.record', 'referral.payload'];
const closedToKeys = [
  ...groups.filter((group) => group.startsWith('legal.') || group.startsWith('referral.')),
  ...['consent.record', 'conflict.check', 'hotline.contact', 'breakglass.grant'],
];

const may = ({ group, operation, viewer, row }: Case, changes: Partial<Case> = {}) =>
  permits(
    changes.group ?? group,
    changes.operation ?? operation,
    changes.viewer ?? viewer,
    changes.row ?? row,
  );
const isForeign = ({ viewer, row }: Case) => row.organization !== viewer.organization;
const publicly: OracleViewer = { organization: null, person: null, roles: [] };

describe('the specification', () => {
  /** `allowed` says when a case is one that the invariant speaks of; there must be such cases, and others. */
  function holds(allowed: (one: Case) => boolean, invariant: (one: Case) => boolean) {
    let spoken = 0;
    fc.assert(
      fc.property(cases, (one) => {
        if (!allowed(one)) return true;
        spoken++;
        return invariant(one);
      }),
      { numRuns },
    );
    expect(spoken).toBeGreaterThan(0);
    expect(spoken).toBeLessThan(numRuns);
  }

  it('lets the public read what is PUBLIC, or its own, alone', () =>
    holds(
      (one) => one.viewer.person === null && may(one, { operation: 'r' }),
      ({ row }) => row.level === 'PUBLIC' || row.holds.includes('U'),
    ));

  it('gives nothing more when a level is lowered', () =>
    holds(
      (one) => levels.some((level) => may(one, { row: { ...one.row, level } })),
      (one) => {
        const allowed = levels.map((level) => may(one, { row: { ...one.row, level } }));
        return allowed.every((is, at) => !is || allowed.slice(at).every(Boolean));
      },
    ));

  it('gives nothing more when any fact is taken away', () =>
    holds(
      (one) => !may(one),
      (one) => poorer(one).every((less) => !may(less)),
    ));

  it('lets nobody write rows of others but a party, a submitter or the holder of the record', () =>
    holds(
      (one) => isForeign(one) && 'cudse'.includes(one.operation) && may(one),
      (one) => {
        const strangers = one.row.holds.filter((condition) => !'YOU'.includes(condition));
        return !may(one, { row: { ...one.row, holds: strangers } });
      },
    ));

  it('keeps keys out of everything about clients', () =>
    holds(
      (one) => one.viewer.tool !== undefined && closedToKeys.includes(one.group),
      (one) => operations.every((operation) => !may(one, { operation })),
    ));

  it('lets client data be read by caseworkers and, with a live grant, admins alone; across organisations as referred', () =>
    holds(
      ({ group }) => clientGroups.includes(group),
      (one) => {
        if (!may(one, { operation: 'r' })) return true;
        const byRole = one.viewer.roles.some((role) => ['CASEWORKER', 'ORG_ADMIN'].includes(role));
        const lessOfOthers = { ...one.row, holds: one.row.holds.filter((condition) => condition !== 'F') };
        return (
          byRole &&
          !one.viewer.tool &&
          (!isForeign(one) || !may(one, { operation: 'r', row: lessOfOthers })) &&
          (isForeign(one) || one.row.holds.some((condition) => 'AG'.includes(condition)))
        );
      },
    ));

  it('lets forbids win: hidden organisations, what was narrowed, members that are not active', () =>
    holds(
      ({ viewer, row }) =>
        viewer.hidden!.includes(row.organization!) ||
        viewer.narrowed!.length > 0 ||
        viewer.dormant!.length > 0,
      (one) => {
        const { viewer, row, group } = one;
        if (viewer.hidden!.includes(row.organization!)) return !may(one);
        const asPublic = may(one, { viewer: { ...publicly, hidden: viewer.hidden } });
        if (viewer.dormant!.length > 0) {
          const isTheirs = !isForeign(one) && ['org.public', 'membership.application'].includes(group);
          return isTheirs || may(one) === asPublic;
        }
        const isForTools = viewer.narrowed!.some((right) => right.startsWith('TOOL'));
        // Of its own record a tool needs nobody's right.
        const counts = viewer.tool ? isForTools || !row.holds.includes('U') : !isForTools;
        return !counts || may(one) === asPublic;
      },
    ));

  it('exports nothing of others', () => holds(isForeign, (one) => !may(one, { operation: 'x' })));

  it('lets a tool do what is in its scope and its grantor’s right, both', () =>
    holds(
      (one) => one.viewer.tool !== undefined && may(one),
      (one) => {
        const { tool, ...grantor } = one.viewer;
        const right = `${one.group}:${one.operation}`;
        const byItself = one.row.holds.includes('U');
        const asPublic = may(one, { viewer: { ...publicly, hidden: one.viewer.hidden } });
        return byItself || asPublic || (tool!.scopes.includes(right) && may(one, { viewer: grantor }));
      },
    ));

  it('lets nobody grant a sensitive role to themselves, or alone', () =>
    holds(
      (one) => may(one, { group: 'user.role.sensitive', operation: 'c' }),
      (one) => {
        const row = { person_id: one.viewer.person, proposed_by: 'per_two', decided_by: one.viewer.person };
        const states = ['PROPOSED', 'APPROVED'].map((state) => ({ ...row, state }));
        return (
          one.row.holds.includes('T') &&
          !isForeign(one) &&
          one.viewer.roles.includes('ORG_ADMIN') &&
          !mayBeWritten('members.sensitive_role_grant', row, one.viewer) &&
          states.every((proposal) => !mayBeWritten('members.role_proposal', proposal, one.viewer))
        );
      },
    ));
});

/** What shield asks, on every group of the matrix, also on those that no type belongs to yet. */
describe('the policy’s own function', () => {
  const asText = (terms: readonly MatrixTerm[]) =>
    terms
      .map(({ operations: letters, conditions }) =>
        [letters.join(''), conditions.join('&')].filter((part) => part !== '').join('@'),
      )
      .join(' ') || '-';
  const policyGroups = new Map(
    [...permissionMatrix].map(([name, { ceiling, standard, cells }]): [string, Group] => [
      name,
      {
        ceiling,
        standard,
        cells: Object.fromEntries(
          Object.entries(cells).map(([actor, { own, others }]) => [
            actor,
            `${asText(own)}/${asText(others)}`,
          ]),
        ),
        ...(['org.public', 'membership.application'].includes(name) && { whileDormant: true }),
      } as unknown as Group,
    ]),
  );
  const touches = ({ group, operation, viewer }: Case) =>
    mayTouch(group, policyGroups.get(group)!, operation as Operation, asViewer(viewer, group));

  function holds(invariant: (one: Case) => boolean) {
    const seen = { may: 0, mayNot: 0 };
    fc.assert(
      fc.property(cases, (one) => {
        seen[touches(one) ? 'may' : 'mayNot']++;
        return invariant(one);
      }),
      { numRuns },
    );
    expect(Math.min(seen.may, seen.mayNot)).toBeGreaterThan(numRuns / 20);
  }

  it('closes no field of a row that the specification opens', () =>
    holds((one) => !may(one) || touches(one)));

  it('opens no field where the specification opens no row', () =>
    holds((one) => {
      const owners = [one.viewer.organization, ...(one.viewer.partners ?? []), 'org_four'];
      const opened = owners.some((organization) =>
        levels.some((level) => may(one, { row: { organization, level, holds: circumstances } })),
      );
      return !touches(one) || opened;
    }));

  it('opens nothing more when any fact is taken away', () =>
    holds((one) => touches(one) || poorer(one).every((less) => !touches(less))));

  it('keeps keys out of everything about clients', () =>
    holds(
      (one) =>
        one.viewer.tool === undefined ||
        closedToKeys.every(
          (group) => !touches({ ...one, group }) && !touches({ ...one, group, operation: 'r' }),
        ),
    ));
});

/** The same case with one fact less, in every way. */
function poorer(one: Case): Case[] {
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
