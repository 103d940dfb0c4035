import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { apiSchema } from '../../gateway/supergraph/api-schema';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';

const released = buildSchema(readFileSync(join(__dirname, 'released-api.graphql'), 'utf8'));

/**
 * `released-api.graphql` is the schema that integrators were told about last (`npm run snapshots -- --release`
 * writes it). What it holds stays, unless it was deprecated in it: nobody's query breaks overnight.
 */
it('keeps everything that was released and not deprecated', () => {
  const current = buildSchema(apiSchema(readFileSync(supergraphFile(), 'utf8')));
  const deprecated = deprecatedIn(released);
  const breaking = findBreakingChanges(released, current).map(({ description }) => description);
  expect(
    breaking.filter((description) => !deprecated.some((path) => description.startsWith(`${path} `))),
  ).toEqual([]);
});

it('notices a field that was taken away', () => {
  const without = buildSchema(
    readFileSync(join(__dirname, 'released-api.graphql'), 'utf8').replace(
      /^ {2}""".*"""\n {2}acronym: String$/m,
      '',
    ),
  );
  expect(findBreakingChanges(released, without).map(({ description }) => description)).toEqual([
    'Campaign.acronym was removed.',
  ]);
});

function deprecatedIn(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInputObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => field.deprecationReason)
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
}
