import { isNonNullType, isObjectType } from 'graphql';
import { buildOpenSchema } from '../../shared/schema/build-subgraph-schema';
import { subgraphs } from '../../subgraphs/registry';
import { rightOfField, rightOfRecord } from '../testkit/field-groups';
import { checkFields, emptySchema, isStub } from '../testkit/field-rules-check';

/** Every field of every type, as viewers of every kind: shield must hold by itself, whatever the rows say. */
it.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('shield of %s opens to each viewer the fields that the matrix opens, and no more', async (_name, definition) => {
  const { complaints, open, refused } = await checkFields(emptySchema(definition), definition);
  expect(complaints).toEqual([]);
  expect({ open: open > 1_000, refused: refused > 1_000 }).toEqual({ open: true, refused: true });
});

/** What is refused is null. Were its field non-null, the refusal would take the record with it, which one may see. */
it.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('fields of %s that need another right than their record may be null', (_name, definition) => {
  const types = Object.values(buildOpenSchema(definition).getTypeMap()).filter(isObjectType);
  const links = types.flatMap((type) =>
    Object.values(type.getFields())
      .map((field) => ({ path: `${type.name}.${field.name}`, field, home: rightOfRecord(type.name) }))
      .filter(({ field, home }) => {
        const right = rightOfField(type.name, field.name, isStub(definition, type.name));
        return home !== undefined && right !== 'open' && right !== home;
      }),
  );
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter(({ field }) => isNonNullType(field.type)).map(({ path }) => path)).toEqual([]);
});
