import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isUnionType,
} from 'graphql';
import type { Choices } from '../../canary/documents/choices';

export interface AnyOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const deepest = 4;
/** Names that mean something to JavaScript, and one that is used for several fields. */
const aliases = ['a', 'b', 'constructor', '__proto__', 'toString', 'title'];
const allConditions = [
  '',
  '',
  '',
  '@include(if: $yes)',
  '@skip(if: $yes)',
  '@include(if: $no)',
  '@skip(if: $no)',
];

/** Some operation that the schema may allow: whether its fields can be merged, and whether it uses what it defines, is not seen to. */
export function anyOperation(
  schema: GraphQLSchema,
  choices: Choices,
  conditions: readonly string[] = allConditions,
): AnyOperation {
  const fragments: string[] = [];

  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const parts = Array.from({ length: 1 + choices.below(4) }, () => part(type, depth));
    return `{ ${parts.join(' ')} }`;
  };

  const part = (type: GraphQLCompositeType, depth: number): string => {
    if (choices.oneIn(8)) return choices.oneIn(2) ? '__typename' : 'kindOf: __typename';
    if (isUnionType(type) || choices.oneIn(5)) return fragment(type, depth);
    return fieldText(choices.of(Object.values(type.getFields())), depth);
  };

  const fragment = (type: GraphQLCompositeType, depth: number): string => {
    const narrower = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : wider(type);
    const condition = choices.of(narrower);
    const directive = choices.of(conditions);
    if (depth >= deepest) return '__typename';
    if (choices.oneIn(3)) return `... ${directive} ${selection(type, depth + 1)}`;
    const inner = selection(condition, depth + 1);
    if (choices.oneIn(2)) return `... on ${condition.name} ${directive} ${inner}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${condition.name} ${inner}`);
    return `...${name} ${directive} ...${name}`;
  };

  const wider = (type: GraphQLCompositeType) =>
    Object.values(schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        other === type || (isAbstractType(other) && 'getInterfaces' in type && schema.isSubType(other, type)),
    );

  const fieldText = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const type = getNamedType(field.type);
    if (isCompositeType(type) && depth >= deepest) return '__typename';
    const alias = choices.oneIn(6) ? `${choices.of(aliases)}: ` : '';
    const inner = isCompositeType(type) ? selection(type, depth + 1) : '';
    return `${alias}${field.name}${argumentsText(field)} ${choices.of(conditions)} ${inner}`;
  };

  const argumentsText = ({ args }: GraphQLField<unknown, unknown>): string => {
    const given = args.flatMap(({ name, type }) => {
      if (isEnumType(getNamedType(type))) return [];
      if (name === 'id') return [`id: ${choices.of(['"r1"', '"s3"', '$id'])}`];
      return choices.oneIn(2) ? [`${name}: ${choices.of(['3', '7', '$first'])}`] : [];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  };

  const mutation = choices.oneIn(12) ? schema.getMutationType() : null;
  const root = mutation ?? schema.getQueryType()!;
  const body = selection(root, 0);
  const text = [body, ...fragments].join('\n');
  const definitions = [
    ['$yes', 'Boolean! = true'],
    ['$no', 'Boolean!'],
    ['$id', 'ID!'],
    ['$first', 'Int = 2'],
  ].flatMap(([name, type]) => (text.includes(name!) ? [`${name}: ${type}`] : []));
  const variables = {
    ...(choices.oneIn(2) && { yes: choices.oneIn(2) }),
    no: choices.oneIn(2),
    id: choices.of(['r2', 's4', 'b5', 's1']),
    ...(choices.oneIn(2) && { first: 6 }),
  };
  const head = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
  return { query: `${mutation ? 'mutation' : 'query'} Any${head} ${text}`, variables };
}
