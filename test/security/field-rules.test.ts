import { subgraphs } from '../../subgraphs/registry';
import { checkFields, emptySchema } from '../testkit/field-rules-check';

/** Every field of every type, as viewers of every kind: shield must hold by itself, whatever the rows say. */
it.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('shield of %s opens to each viewer the fields that the matrix opens, and no more', async (_name, definition) => {
  const { complaints, open, refused } = await checkFields(emptySchema(definition), definition);
  expect(complaints).toEqual([]);
  expect({ open: open > 1_000, refused: refused > 1_000 }).toEqual({ open: true, refused: true });
});
