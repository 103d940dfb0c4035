import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { idPrefixes } from '../../../shared/schema/type-id';
import type { Choices } from './choices';
import type { Stock } from './stock';
import { EnumName, valueFor } from './values';

export interface Document {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Types with ids that `…Access(type:, field:, id:)` can be asked about. */
const explained = Object.keys(idPrefixes);

/** Writes one document: fields by choice, to a depth that the hub's limits allow. */
export class DocumentWriter {
  private readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private aliases = 0;
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choices: Choices,
    private readonly stock: Stock,
    /** Fields that no client can select. */
    private readonly isClosed: (type: string, field: string) => boolean = () => false,
  ) {}

  /** `query (…) { … }` with one to three fields of the root. */
  query(): Document {
    return this.operation('query', this.schema.getQueryType()!, 1 + this.choices.below(3));
  }

  /** One mutation: what several do in a row is for others to test. */
  mutation(): Document {
    return this.operation('mutation', this.schema.getMutationType()!, 1);
  }

  /** What the gateway asks a subgraph for entities of a type. */
  entities(type: GraphQLObjectType, representations: readonly object[]): Document {
    this.declared.push('$representations: [_Any!]!');
    this.variables.representations = representations;
    const selection = this.selection(type, 3, new Set());
    return this.written(
      'query',
      `_entities(representations: $representations) { ... on ${type.name} ${selection} }`,
    );
  }

  private operation(kind: string, root: GraphQLObjectType, count: number): Document {
    const fields = Object.values(root.getFields()).filter(({ name }) => !name.startsWith('_'));
    const scope = new Set<string>();
    // Vocabularies tell of nobody; half of the fields are lists and records.
    const rich = fields.filter(
      ({ type, args }) =>
        isObjectType(getNamedType(type)) && args.some(({ name }) => ['first', 'id'].includes(name)),
    );
    const selected = Array.from({ length: count }, () =>
      this.field(root, this.choices.of(kind === 'query' && this.choices.oneIn(2) ? rich : fields), 5, scope),
    );
    return this.written(kind, selected.join(' '));
  }

  private written(kind: string, selected: string): Document {
    const declared = this.declared.length > 0 ? ` (${this.declared.join(', ')})` : '';
    return {
      query: [`${kind}${declared} { ${selected} }`, ...this.fragments].join('\n'),
      variables: this.variables,
    };
  }

  /** @param scope names that the answer has at this place: two fields with one name would have to be the same field */
  private selection(type: GraphQLObjectType, depth: number, scope: Set<string>): string {
    const open = Object.values(type.getFields()).filter((field) => !this.isClosed(type.name, field.name));
    const leaves = open.filter((field) => isLeafType(getNamedType(field.type)));
    const deeper = open.filter((field) => isObjectType(getNamedType(field.type)));
    const parts = this.telling(type, open, depth, scope);
    const count = (parts.length > 0 ? 0 : 1) + this.choices.below(3);
    for (let n = 0; n < count && this.fields < 24; n++) {
      const goDeeper = depth > 0 && deeper.length > 0 && (leaves.length === 0 || this.choices.below(3) > 0);
      if (goDeeper) parts.push(this.field(type, this.choices.of(deeper), depth, scope));
      else if (leaves.length > 0) parts.push(this.field(type, this.choices.of(leaves), depth, scope));
      if (this.choices.oneIn(12)) parts.push(this.fragment(type, depth - 1, scope));
    }
    if (parts.length === 0 || this.choices.oneIn(8)) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  /** What says most of a type: the rows of a page, the words of a text, mostly the id of a record. */
  private telling(
    type: GraphQLObjectType,
    open: readonly GraphQLField<unknown, unknown>[],
    depth: number,
    scope: Set<string>,
  ): string[] {
    if (type.name.endsWith('Payload')) {
      // Whether it was done, and what it was done to.
      const records = open.filter(
        (field) => field.name !== 'userErrors' && isObjectType(getNamedType(field.type)),
      );
      scope.add('userErrors');
      return ['userErrors { code }', ...records.map((field) => this.field(type, field, depth, scope))];
    }
    const names = type.name.endsWith('Connection')
      ? [this.choices.of(['nodes', 'nodes', 'edges'])]
      : type.name.endsWith('Edge')
        ? ['node']
        : type.name === 'LocalizedText'
          ? [this.choices.of(['value', 'value', 'translations'])]
          : this.choices.oneIn(3)
            ? ['id', 'name', 'title', 'label']
            : [];
    return open
      .filter(({ name }) => names.includes(name) && !scope.has(name))
      .map((field) => this.field(type, field, depth, scope));
  }

  private fragment(type: GraphQLObjectType, depth: number, scope: Set<string>): string {
    const selection = this.selection(type, depth, scope);
    if (this.choices.oneIn(3)) return `... @include(if: true) ${selection}`;
    if (this.choices.oneIn(2)) return `... on ${type.name} ${selection}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `...${name}`;
  }

  private field(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    scope: Set<string>,
  ): string {
    this.fields++;
    const named = getNamedType(field.type);
    const alias = scope.has(field.name) || this.choices.oneIn(9) ? `a${this.aliases++}` : null;
    scope.add(alias ?? field.name);
    const given = this.arguments(parent, field, depth);
    const selection = isObjectType(named) ? ` ${this.selection(named, depth - 1, new Set())}` : '';
    return `${alias ? `${alias}: ` : ''}${field.name}${given}${selection}`;
  }

  private arguments(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const answered = getNamedType(field.type).name;
    const leadsTo = field.args.some(({ name }) => name === 'type') ? this.choices.of(explained) : answered;
    const cursors = this.stock.cursors.get(`${parent.name}.${field.name}`) ?? [];
    const useCursor = cursors.length > 0 && this.choices.oneIn(5);
    const given = field.args.flatMap((argument) => {
      if (argument.name === 'after')
        return useCursor ? [`after: ${JSON.stringify(this.choices.of(cursors))}`] : [];
      if (argument.name === 'first')
        return [`first: ${this.choices.of(depth === 5 ? [12, 40, 3, 80] : [4, 2, 9, 1])}`];
      // A cursor is good for one order only.
      if (argument.name === 'orderBy' && useCursor) return [];
      if (!isRequiredArgument(argument) && !this.choices.oneIn(argument.name === 'filter' ? 5 : 6)) return [];
      return [`${argument.name}: ${this.value(argument, leadsTo)}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private value(argument: GraphQLArgument, leadsTo: string): string {
    const { name, description, type } = argument;
    const value = valueFor(type, { name, description: description ?? '', leadsTo }, this.choices, this.stock);
    if (!this.choices.oneIn(3)) return literal(value);
    const variable = `v${this.declared.length}`;
    this.declared.push(`$${variable}: ${type}`);
    this.variables[variable] = value;
    return `$${variable}`;
  }
}

export function literal(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, one]) => `${name}: ${literal(one)}`)
    .join(', ')}}`;
}
