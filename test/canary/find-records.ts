import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { idPrefixes } from '../../shared/schema/type-id';
import { clientSchema } from '../testkit/schema-arguments';
import type { Stage } from './stage';
import type { Actor } from './world/people';
import { prefixOf } from './world/words';
import type { PlantedRow } from './world/world';

/** Ids that the API told of, by type, and among which rows of the world it was asked. */
export interface Found {
  readonly records: ReadonlyMap<string, readonly string[]>;
  isWithin(row: PlantedRow): boolean;
}

type Field = GraphQLField<unknown, unknown>;

const root = clientSchema.getQueryType()!;
const everything = () => true;

/** As many fields of the root as one operation may have. */
const atOnce = 20;

/** Every list at the root, walked with its cursors; many lists go on at the same time, a page of each per request. */
export async function foundInLists({ hub, tokenOf }: Stage, actor: Actor): Promise<Found> {
  const shown = showing(tokenOf(actor.name));
  const records = new Map<string, string[]>();
  const lists = Object.values(root.getFields())
    .filter((field) => isPage(field) && !field.args.some((argument) => isRequiredArgument(argument)))
    .map((field) => ({ name: field.name, type: rowType(field), after: null as string | null }));
  for (let from = 0; from < lists.length; from += atOnce) {
    let open = lists.slice(from, from + atOnce);
    while (open.length > 0) {
      const pages = open.map(
        ({ name }, n) =>
          `${name}(first: 30, after: $after${n}) { nodes { id } pageInfo { hasNextPage endCursor } }`,
      );
      // Cursors as variables: the same document for every actor is planned once.
      const declared = open.map((_, n) => `$after${n}: String`).join(', ');
      const variables = Object.fromEntries(open.map(({ after }, n) => [`after${n}`, after]));
      const { data } = await hub.ask(`query (${declared}) { ${pages.join(' ')} }`, { ...shown, variables });
      open = open.flatMap((list) => {
        const page = data?.[list.name];
        add(
          records,
          list.type.name,
          (page?.nodes ?? []).map(({ id }: { id: string }) => id),
        );
        return page?.pageInfo.hasNextPage ? [{ ...list, after: page.pageInfo.endCursor }] : [];
      });
    }
  }
  return { records, isWithin: everything };
}

/** Every record that a field of the root finds by its id, asked for with the ids of all rows of its kind. */
export async function foundByLookup({ hub, world, tokenOf }: Stage, actor: Actor): Promise<Found> {
  const shown = showing(tokenOf(actor.name));
  const records = new Map<string, string[]>();
  const fields = Object.values(root.getFields()).filter(
    ({ type, args }) => args.length === 1 && args[0]!.name === 'id' && hasId(getNamedType(type)),
  );
  for (const field of fields) {
    const type = getNamedType(field.type).name;
    const prefix = idPrefixes[type as keyof typeof idPrefixes];
    const ids = [
      ...new Set(
        world.rows
          .map(({ values }) => values.id)
          .filter((id): id is string => typeof id === 'string' && prefixOf(id) === prefix),
      ),
    ];
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const asked = some.map((_, n) => `r${n}: ${field.name}(id: $id${n}) { id }`);
      const variables = Object.fromEntries(some.map((id, n) => [`id${n}`, id]));
      const declared = some.map((_, n) => `$id${n}: ID!`).join(', ');
      const { data } = await hub.ask(`query (${declared}) { ${asked.join(' ')} }`, { ...shown, variables });
      const there = Object.values((data ?? {}) as Record<string, { id: string } | null>).flatMap((one) =>
        one ? [one.id] : [],
      );
      add(records, type, there);
    }
  }
  return { records, isWithin: everything };
}

/** Lists that hang on an organisation and nowhere else: its people, agreements, tools, engagements. */
export async function foundUnderOrganizations({ hub, tokenOf }: Stage, actor: Actor): Promise<Found> {
  const shown = showing(tokenOf(actor.name));
  const organization = clientSchema.getType('Organization') as GraphQLObjectType;
  const atRoot = new Set(Object.values(root.getFields()).map((field) => rowType(field).name));
  const lists = Object.values(organization.getFields()).filter(
    (field) =>
      (isPage(field) || isListType(getNullableType(field.type))) &&
      hasId(rowType(field)) &&
      !atRoot.has(rowType(field).name),
  );
  const asked = lists.map((field) =>
    isPage(field) ? `${field.name}(first: 100) { nodes { id } }` : `${field.name} { id }`,
  );
  const { data } = await hub.ask(`{ organizations(first: 50) { nodes { id ${asked.join(' ')} } } }`, shown);
  const records = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const one of data?.organizations?.nodes ?? []) {
    seen.add(one.id);
    for (const field of lists) {
      const rows: { id: string }[] = one[field.name]?.nodes ?? one[field.name] ?? [];
      add(
        records,
        rowType(field).name,
        rows.map(({ id }) => id),
      );
    }
  }
  return {
    records,
    isWithin: ({ values }) =>
      [values.organization_id, values.partner_id, values.subject_id].some((id) => seen.has(id as string)),
  };
}

const isPage = ({ type }: Field) =>
  getNamedType(type).name.endsWith('Connection') && hasId(rowType({ type } as Field));

/** The type of a list's rows, be it a page or a plain list. */
function rowType({ type }: Field): GraphQLObjectType {
  const named = getNamedType(type) as GraphQLObjectType;
  return named.name.endsWith('Connection')
    ? (getNamedType(named.getFields().nodes!.type) as GraphQLObjectType)
    : named;
}

const showing = (token: string | undefined) => (token === undefined ? {} : { token });

const hasId = (type: unknown) => isObjectType(type) && 'id' in type.getFields();

function add(records: Map<string, string[]>, type: string, ids: readonly string[]): void {
  records.set(type, [...(records.get(type) ?? []), ...ids]);
}
