import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { idPrefixes } from '../../shared/schema/type-id';
import { links } from '../canary/world/people';
import { isTypeId, prefixOf } from '../canary/world/words';
import type { World } from '../canary/world/world';
import { rightOfField } from '../testkit/field-groups';
import { clientSchema } from '../testkit/schema-arguments';

/** A question of everything that one right opens of one kind of record. */
export interface ReadingQuestion {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where the cursor of the next page stands in the answer; only where there are pages. */
  readonly list?: string;
  readonly fields: readonly AskedField[];
  /** Rights without which it takes more away than their own fields. */
  readonly strict: readonly string[];
  /** The type of the records that it lists, where no other record leads to them. */
  readonly lists?: string;
}

export interface AskedField {
  /** `Type.field` */
  readonly path: string;
  /** The fields that lead to it, from the root on. */
  readonly way: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;

const root = clientSchema.getQueryType()!;
/** What a field of the root must be given besides ids; a field that needs more is not asked. */
const given: Readonly<Record<string, string>> = {
  period: '{ year: 2025 }',
  by: 'KIND',
  'membershipApplication.link': JSON.stringify(links.application),
  'invitation.link': JSON.stringify(links.invitation),
};
const givenTo = (field: string, argument: string) => given[`${field}.${argument}`] ?? given[argument];

/** Every field of the root, with all that can be selected of its records, right by right. */
export function readingQuestions(world: World): ReadingQuestion[] {
  return Object.values(root.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (!isObjectType(type) || !canBeAsked(field) || isReference(type)) return [];
    return [...inLists(field, type), ...byIds(field, type, world)];
  });
}

const canBeAsked = ({ name: field, args }: Field) =>
  args.filter(isRequiredArgument).every(({ name }) => name === 'id' || givenTo(field, name) !== undefined);

/** Vocabularies tell of nobody, and explanations are asked about elsewhere. */
const isReference = (type: GraphQLObjectType) =>
  ['Taxonomy', 'Place', 'AccessExplanation'].includes(type.name);

/** Of vocabularies, documents and texts what tells them apart: the rest is looked up, whoever asks. */
const brief: Readonly<Record<string, string>> = {
  LocalizedText: 'value translations { value }',
  SourceReference: 'lines',
};

function inLists(field: Field, type: GraphQLObjectType): ReadingQuestion[] {
  if (field.args.some(({ name }) => name === 'id')) return [];
  const row = rowOf(type);
  const isPage = row !== type;
  const needed = field.args
    .filter(isRequiredArgument)
    .map(({ name }) => `${name}: ${givenTo(field.name, name)}`);
  const page = isPage ? ['first: 30', 'after: $after'] : [];
  const searched = field.args.some(({ name }) => name === 'filter') && hasSearch(field);
  const wrap = (selected: string, filter: string[] = []) => {
    const inside = isPage ? `nodes { ${selected} } pageInfo { hasNextPage endCursor }` : selected;
    const inBrackets = [...page, ...needed, ...filter];
    const argued = inBrackets.length > 0 ? `(${inBrackets.join(', ')})` : '';
    return `query${isPage ? ' ($after: String)' : ''} { ${field.name}${argued} { ${inside} } }`;
  };
  const question = (name: string, { text, fields }: Selection, filter?: string[]): ReadingQuestion => ({
    name,
    query: wrap(text, filter),
    variables: {},
    ...(isPage && { list: field.name, lists: row.name }),
    ...asking(field, fields),
  });
  return [
    ...selections(row).map(([right, selected]) => question(`${field.name} ${right}`, selected)),
    ...(searched && 'id' in row.getFields()
      ? [
          question(`${field.name} searched`, { text: 'id', fields: [only(`${row.name}.id`)], weight: 1 }, [
            'filter: { search: "canary" }',
          ]),
        ]
      : []),
  ];
}

function byIds(field: Field, type: GraphQLObjectType, { rows }: World): ReadingQuestion[] {
  if (!field.args.some(({ name, ...argument }) => name === 'id' && isRequiredArgument({ name, ...argument })))
    return [];
  const prefix = idPrefixes[type.name as keyof typeof idPrefixes];
  const ids = [...new Set(rows.map(({ values }) => values.id))].filter(
    (id): id is string => typeof id === 'string' && isTypeId(id) && prefixOf(id) === prefix,
  );
  const some = ids.filter((_, n) => n % Math.ceil(ids.length / 10) === 0);
  const declared = some.map((_, n) => `$id${n}: ID!`).join(', ');
  const question = (selected: Selection): ReadingQuestion => ({
    name: `${field.name} by id`,
    query: `query (${declared}) { ${some.map((_, n) => `r${n}: ${field.name}(id: $id${n}) { ${selected.text} }`).join(' ')} }`,
    variables: Object.fromEntries(some.map((id, n) => [`id${n}`, id])),
    ...asking(field, selected.fields),
  });
  return listed.has(type.name)
    ? [question({ text: 'id', fields: [only(`${type.name}.id`)], weight: 1 })]
    : selections(type).map(([, selected]) => question(selected));
}

function asking(
  { name }: Field,
  selected: readonly AskedField[],
): Pick<ReadingQuestion, 'fields' | 'strict'> {
  const fields = [{ path: `Query.${name}`, way: [] }, ...below(`Query.${name}`, selected)];
  const strict = fields.flatMap(({ path }) => {
    const [type, field] = path.split('.') as [string, string];
    const parent = clientSchema.getType(type) as GraphQLObjectType;
    return isStrict(parent, parent.getFields()[field]!) ? [rightOf(path)] : [];
  });
  return { fields, strict: [...new Set(strict)] };
}

const only = (path: string): AskedField => ({ path, way: [] });

const below = (path: string, fields: readonly AskedField[]): AskedField[] =>
  fields.map((field) => ({ path: field.path, way: [path, ...field.way] }));

/** `open`, a group, or a group and an operation. */
export function rightOf(path: string): string {
  const [type, field] = path.split('.') as [string, string];
  return rightOfField(type, field, false) ?? 'open';
}

interface Selection {
  readonly text: string;
  readonly fields: readonly AskedField[];
  readonly weight: number;
}

/** So many fields of a list's rows, or the hub would call the question too large. */
const atMost = 40;

/** The fields of a type by their right, each with all below it, in portions. */
function selections(type: GraphQLObjectType): [right: string, selected: Selection][] {
  const portions: [string, Selection[]][] = [];
  const open = new Map<string, Selection[]>();
  for (const field of Object.values(type.getFields())) {
    const right = rightOfField(type.name, field.name, false)!;
    for (const selected of [selectionOf(type, field, 4), selectionOf(type, field, 4, isStrict)]) {
      if (!selected) continue;
      const portion = open.get(right) ?? [];
      const size = [...portion, selected].reduce((sum, { weight }) => sum + weight, 0);
      if (portion.length > 0 && size <= atMost && !portion.some((one) => isAlike(one, selected)))
        portion.push(selected);
      else {
        const next = [selected];
        open.set(right, next);
        portions.push([right, next]);
      }
    }
  }
  return portions.map(([right, parts]) => [right, joined(type, parts)]);
}

const joined = (type: GraphQLObjectType, parts: readonly Selection[]): Selection => ({
  text: [...new Set([...('id' in type.getFields() ? ['id'] : []), ...parts.map(({ text }) => text)])].join(
    ' ',
  ),
  fields: parts.flatMap(({ fields }) => fields),
  weight: parts.reduce((sum, { weight }) => sum + weight, 0),
});

/** Refused to those who may have the record, it takes the record and its page with it: it is asked for apart. */
const isStrict = (type: GraphQLObjectType, field: Field): boolean => {
  const right = rightOfField(type.name, field.name, false);
  const home = rightOfField(type.name, 'id', false);
  return home !== null && isNonNullType(field.type) && right !== 'open' && right !== home;
};
const isLoose = (type: GraphQLObjectType, field: Field) => !isStrict(type, field);

/** The same field with other fields below it. */
const isAlike = (one: Selection, another: Selection) => one.fields[0]!.path === another.fields[0]!.path;

function selectionOf(
  parent: GraphQLObjectType,
  field: Field,
  depth: number,
  isTaken = isLoose,
): Selection | null {
  if (field.args.some(isRequiredArgument)) return null;
  const path = `${parent.name}.${field.name}`;
  const type = getNamedType(field.type);
  if (isLeafType(type))
    return isTaken === isStrict ? null : { text: field.name, fields: [only(path)], weight: 1 };
  if (!isObjectType(type) || depth === 0) return null;
  const row = rowOf(type);
  // Versions of itself have versions, and so on.
  const isById = isOwnKind(row) || row === parent;
  const isBrief = isById || row.name in brief || 'code' in row.getFields();
  if (isTaken === isStrict && (isBrief || !('id' in row.getFields()))) return null;
  const short = isById ? 'id' : (brief[row.name] ?? ('code' in row.getFields() ? 'code' : null));
  const inner = short
    ? { text: short, fields: [only(`${row.name}.${short.split(' ')[0]}`)], weight: 1 }
    : joined(
        row,
        Object.values(row.getFields()).flatMap((one) =>
          !('id' in row.getFields()) || isTaken(row, one) ? (selectionOf(row, one, depth - 1) ?? []) : [],
        ),
      );
  if (inner.fields.length === 0) return null;
  const isPage = row !== type;
  return {
    text: isPage ? `${field.name}(first: 10) { nodes { ${inner.text} } }` : `${field.name} { ${inner.text} }`,
    fields: [only(path), ...below(path, inner.fields)],
    weight: inner.weight * (isPage ? 10 : String(field.type).startsWith('[') ? 5 : 1),
  };
}

/** The type of a page's rows, or the type itself. */
function rowOf(type: GraphQLObjectType): GraphQLObjectType {
  const nodes = type.name.endsWith('Connection') ? type.getFields().nodes : undefined;
  return nodes ? (getNamedType(nodes.type) as GraphQLObjectType) : type;
}

/** Records with a field of the root to themselves, which asks for all of them. */
const isOwnKind = (type: GraphQLObjectType): boolean => ownKinds.has(type.name);
const kinds = Object.values(root.getFields()).map(({ type }) => getNamedType(type) as GraphQLObjectType);
const listed = new Set(kinds.filter((type) => rowOf(type) !== type).map((type) => rowOf(type).name));
const ownKinds = new Set(
  kinds
    .map(rowOf)
    .filter((type) => 'id' in type.getFields())
    .map(({ name }) => name),
);

const hasSearch = ({ args }: Field) => {
  const filter = getNamedType(args.find(({ name }) => name === 'filter')!.type);
  return 'getFields' in filter && 'search' in filter.getFields();
};
