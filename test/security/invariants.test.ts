import fc from 'fast-check';
import { type Case, cases, closedToKeys, levels, operations, poorer } from '../testkit/generated-viewers';
import { type OracleViewer, permits } from '../testkit/permission-oracle';
import { mayBeWritten } from '../testkit/table-conditions';

/** Each of the specification's invariants on so many made-up viewers, wishes and rows. */
const numRuns = 10_000;
const clientGroups = ['legal.identity', 'legal.status', 'legal.notes', 'consent.record', 'referral.payload'];

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
