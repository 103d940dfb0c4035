import fc from 'fast-check';
import { mayTouch } from '../../shared/permission/may-touch';
import type { Group, Operation } from '../../shared/permission/policy';
import { asViewer } from '../testkit/field-rules-check';
import { type Case, cases, circumstances, closedToKeys, levels, poorer } from '../testkit/generated-viewers';
import { type MatrixTerm, permissionMatrix } from '../testkit/permission-matrix';
import { permits } from '../testkit/permission-oracle';

const numRuns = 10_000;
const may = ({ group, operation, viewer, row }: Case, changes: Partial<Case> = {}) =>
  permits(group, operation, viewer, changes.row ?? row);

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
