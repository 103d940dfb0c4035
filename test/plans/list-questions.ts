import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import { idPrefixes } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import { Choices } from '../canary/documents/choices';
import { isList, parents } from '../canary/documents/collect-cursors';
import { literal } from '../canary/documents/document';
import type { Stock } from '../canary/documents/stock';
import { valueFor } from '../canary/documents/values';
import { idFor } from '../canary/world/words';
import type { TestHub } from '../testkit/hub';
import { clientSchema } from '../testkit/schema-arguments';

/** How many lists a document asks for at once. */
const together = 10;

/**
 * Asks for every list of the root, and of one record of each kind, in each of its orders and with each of its filters: a
 * page, the page after it and the total.
 */
export async function askForEveryList(hub: TestHub, stock: Stock, token?: string): Promise<void> {
  const shown = token === undefined ? {} : { token };
  for (const [name, wrap] of parents(stock)) {
    const type = name === '' ? clientSchema.getQueryType()! : clientSchema.getType(name);
    const lists = Object.values((type as GraphQLObjectType).getFields())
      .filter(isList)
      .flatMap(waysToAsk);
    for (let start = 0; start < lists.length; start += together) {
      const some = lists.slice(start, start + together);
      const first = some.map(
        ({ field, given }, n) =>
          `a${n}: ${field}(first: 2${given}) { totalCount pageInfo { endCursor } nodes { __typename } }`,
      );
      const answer = await hub.ask(wrap(first.join(' ')), shown);
      const next = some.flatMap(({ field, given }, n) => {
        const cursor = endOf(answer.data, `a${n}`);
        return cursor
          ? [`a${n}: ${field}(first: 2, after: "${cursor}"${given}) { nodes { __typename } }`]
          : [];
      });
      if (next.length > 0) await hub.ask(wrap(next.join(' ')), shown);
    }
  }

  function waysToAsk({ name: field, args }: GraphQLField<unknown, unknown>) {
    const given = [
      '',
      ...args.flatMap((argument) => orders(argument)),
      ...args.flatMap((argument) => filters(argument)),
    ];
    return given.map((one) => ({ field, given: one }));
  }

  function orders({ name, type }: GraphQLArgument): string[] {
    const order = getNamedType(type);
    return name === 'orderBy' && isEnumType(order)
      ? order.getValues().map((value) => `, orderBy: ${value.name}`)
      : [];
  }

  function filters({ name, type }: GraphQLArgument): string[] {
    const filter = getNamedType(type);
    if (name !== 'filter' || !isInputObjectType(filter)) return [];
    return Object.values(filter.getFields()).map((field) => {
      const place = { name: field.name, description: field.description ?? '' };
      return `, filter: { ${field.name}: ${literal(valueFor(field.type, place, new Choices([]), stock))} }`;
    });
  }
}

/** Where a page ended, at the root or under the first record that has one. */
// biome-ignore lint/suspicious/noExplicitAny: an answer
function endOf(data: any, alias: string): string | null {
  for (const parent of [data, ...Object.values(data ?? {})]) {
    const cursor = (parent as typeof data)?.[alias]?.pageInfo?.endCursor;
    if (cursor) return cursor;
  }
  return null;
}

/** Asks every subgraph why a record of each kind is to be seen or not. */
export async function askWhyOfEveryKind(hub: TestHub, token: string): Promise<void> {
  for (const { name } of subgraphs) {
    for (const [type, prefix] of Object.entries(idPrefixes)) {
      const query = `{ ${name}Access(type: "${type}", id: "${idFor(prefix, 'of nobody')}") { __typename } }`;
      await hub.ask(query, { token });
    }
  }
}
