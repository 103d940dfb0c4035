import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { TestHub } from '../../testkit/hub';
import { clientSchema } from '../../testkit/schema-arguments';
import type { Stock } from './stock';

/** Reads the first page of every list of the schema, for every token, and keeps where it ended. */
export async function collectCursors(
  hub: TestHub,
  stock: Stock,
  tokens: Iterable<string | undefined>,
): Promise<void> {
  const root = clientSchema.getQueryType()!;
  for (const token of tokens) {
    for (const [name, wrap] of parents(stock)) {
      const type = name === '' ? root : (clientSchema.getType(name) as GraphQLObjectType);
      const lists = Object.values(type.getFields()).filter(isList);
      if (lists.length === 0) continue;
      const asked = lists.map((field) => `${field.name}(first: 2) { pageInfo { endCursor } }`).join(' ');
      const { data } = await hub.ask(wrap(asked), { ...(token !== undefined && { token }) });
      for (const { path, cursor } of cursorsIn(data)) {
        const coordinate = `${type.name}.${path}`;
        stock.cursors.set(coordinate, [...(stock.cursors.get(coordinate) ?? []), cursor]);
      }
    }
  }
}

/** The root, and one object of every type that a root field finds by its id. */
export function parents(stock: Stock): [string, (asked: string) => string][] {
  const found = Object.values(clientSchema.getQueryType()!.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    const byId =
      field.args.some(({ name }) => name === 'id') && field.args.length === 1 && isObjectType(type);
    const prefixes: Readonly<Record<string, string>> = {
      Organization: 'org',
      Campaign: 'cmp',
      Event: 'evt',
      Service: 'srv',
    };
    const ids = stock.ids.get(prefixes[type.name] ?? '') ?? [];
    const asked = (fields: string) =>
      `{ ${ids
        .slice(0, 8)
        .map((id, n) => `p${n}: ${field.name}(id: "${id}") { ${fields} }`)
        .join(' ')} }`;
    return byId && ids.length > 0 ? [[type.name, asked] as [string, (fields: string) => string]] : [];
  });
  return [['', (asked) => `{ ${asked} }`], ...found];
}

export const isList = ({ type, args }: GraphQLField<unknown, unknown>) =>
  getNamedType(type).name.endsWith('Connection') && !args.some((argument) => isRequiredArgument(argument));

function cursorsIn(value: unknown, path = ''): { path: string; cursor: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { pageInfo } = value as { pageInfo?: { endCursor: string | null } };
  if (pageInfo) return pageInfo.endCursor ? [{ path, cursor: pageInfo.endCursor }] : [];
  return Object.entries(value).flatMap(([name, one]) => cursorsIn(one, name));
}
