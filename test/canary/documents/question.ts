import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { type IdKind, idPrefixes } from '../../../shared/schema/type-id';
import { subgraphs } from '../../../subgraphs/registry';
import { idKindOf, refOf } from '../../testkit/entity-refs';
import { clientSchema } from '../../testkit/schema-arguments';
import { type Actor, actors, links } from '../world/people';
import { Choices } from './choices';
import { type Document, DocumentWriter } from './document';
import type { Stock } from './stock';

/** Somebody asks the hub, or in the gateway's place a subgraph. */
export interface Question extends Document {
  readonly actor: Actor;
  readonly language: string;
  readonly subgraph?: string;
}

/** What a list of numbers asks. */
export function questionFrom(numbers: readonly number[], stock: Stock, among = actors): Question {
  const choices = new Choices(numbers);
  const actor = choices.of(among);
  const language = choices.of(['en', 'ar', 'fr;q=0.9, ar;q=0.5', '*']);
  if (choices.oneIn(6)) return { actor, language, ...entitiesFrom(choices, stock) };
  return { actor, language, ...new DocumentWriter(clientSchema, choices, stock).query() };
}

/** A mutation by anybody; half of them by those who may do most, or few would do anything. */
export function mutationFrom(numbers: readonly number[], stock: Stock, among = actors): Question {
  const choices = new Choices(numbers);
  const mighty = among.filter(
    ({ roles, secondFactor }) => secondFactor && roles.some((role) => /ADMIN|STAFF/.test(role)),
  );
  const actor = choices.of(mighty.length > 0 && choices.oneIn(2) ? mighty : among);
  return { actor, language: 'en', ...new DocumentWriter(clientSchema, choices, stock).mutation() };
}

/** The secret links that a question shows: whoever holds one may read its record. */
export const shownLinks = (sent: string): string[] =>
  Object.values(links).filter((link) => sent.includes(link));

/** `_entities` of one type, for ids of anybody, one of them twice. Pointers between subgraphs never reach clients. */
function entitiesFrom(choices: Choices, stock: Stock): Document & { subgraph: string } {
  const subgraph = choices.of([...schemas.keys()]);
  const schema = schemas.get(subgraph)!;
  const type = choices.of(
    entityTypes
      .get(subgraph)!
      .map((name) => schema.getType(name))
      .filter(isObjectType),
  );
  const anyOf = (kind: IdKind) => choices.of(stock.ids.get(idPrefixes[kind]) ?? []);
  const refs = Array.from({ length: 3 }, () =>
    refOf(type.name, anyOf('Organization'), anyOf(idKindOf(type.name) ?? 'Organization')),
  );
  const representations = [...refs, refs[0]].map((ref) => ({ __typename: type.name, ref }));
  const writer = new DocumentWriter(schema, choices, stock, (_type, field) => field === 'ref');
  return { subgraph, ...writer.entities(type, representations) };
}

const schemas: ReadonlyMap<string, GraphQLSchema> = new Map(
  subgraphs.map(({ name }) => {
    const text = readFileSync(join(__dirname, `../../../subgraphs/${name}/snapshots/schema.graphql`), 'utf8');
    return [name, buildASTSchema(parse(text), { assumeValid: true, assumeValidSDL: true })];
  }),
);
const entityTypes: ReadonlyMap<string, string[]> = new Map(
  subgraphs.map(({ name, references }) => [name, Object.keys(references)]),
);
