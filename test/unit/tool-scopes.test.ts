import { roles } from '../../shared/identity/viewer';
import { toolScopes } from '../../shared/permission/tool-scopes';
import { permissionMatrix } from '../testkit/permission-matrix';

/** Every operation that some cell of a tool allows under its scope, and who has it on their own side. */
const wanted = Object.fromEntries(
  [...permissionMatrix].flatMap(([group, { cells }]) => {
    const { own, others } = cells.TOOL;
    const byScope = [...own, ...others].filter(({ conditions }) => conditions.includes('K'));
    const operations = new Set(byScope.flatMap((term) => term.operations));
    return [...operations].map((operation) => [
      `${group}:${operation}`,
      roles.filter((role) => cells[role].own.some((term) => term.operations.includes(operation))),
    ]);
  }),
);

it('tools can be let do exactly what the matrix has for them, by whoever has the right', () => {
  const sorted = Object.fromEntries(
    Object.entries(toolScopes).map(([scope, lenders]) => [
      scope,
      roles.filter((role) => lenders.includes(role)),
    ]),
  );
  expect(sorted).toEqual(wanted);
  expect(Object.keys(wanted).length).toBeGreaterThan(20);
});

it('no group about clients is among them', () => {
  const closed = /^(legal|referral|consent|conflict|hotline|breakglass|audit|user)\b/;
  expect(Object.keys(toolScopes).filter((scope) => closed.test(scope))).toEqual([]);
});
