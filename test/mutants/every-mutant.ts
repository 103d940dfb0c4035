import { rowSecuritySql } from '../../shared/permission/row-security';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { cellMutants } from './cell-mutants';
import { fieldMutants } from './field-mutants';
import type { Mutant } from './mutant';
import { functionMutants, rewrittenMutants } from './statement-mutants';
import { tableMutants } from './table-mutants';

/** All mistakes that are made in a subgraph; `columns` are those of its tables, named with their schema. */
export const everyMutant = (
  definition: SubgraphDefinition,
  columns: ReadonlyMap<string, readonly string[]>,
): Mutant[] => [
  ...cellMutants(definition),
  ...fieldMutants(definition),
  ...tableMutants(definition, columns),
  ...rewrittenMutants(definition, rowSecuritySql(definition.name, definition.policy)),
  ...functionMutants(definition),
];
