import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { idPrefixes } from '../../../shared/schema/type-id';
import { codesOf } from '../world/words';
import type { Choices } from './choices';
import type { Stock } from './stock';

/** A value of an enum: without quotes in a document, with them in variables. */
export class EnumName {
  constructor(readonly name: string) {}
  toJSON(): string {
    return this.name;
  }
}

/** Where a value is given: the argument or field of an input, and the type that an id at the root leads to. */
export interface Place {
  readonly name: string;
  readonly description: string;
  readonly leadsTo?: string;
}

/** A value that the schema allows and the hub mostly takes. */
export function valueFor(type: GraphQLInputType, place: Place, choices: Choices, stock: Stock): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const one = () => valueFor(bare.ofType, place, choices, stock);
    return choices.oneIn(3) ? [one(), one()] : [one()];
  }
  if (isEnumType(bare)) return new EnumName(choices.of(bare.getValues()).name);
  if (isInputObjectType(bare)) return inputFor(Object.values(bare.getFields()), choices, stock, bare.name);
  switch (bare.name) {
    case 'ID':
      return idAt(place, choices, stock);
    case 'Int':
      return choices.of([3, 1, 24, 72]);
    case 'Boolean':
      return choices.below(2) === 0;
    case 'Float':
      return choices.below(100) / 2;
    case 'Decimal':
      return `${choices.below(100)}`;
    case 'LocalDate':
      return choices.of(['1000-01-01', '1202-06-01', '2025-01-01', '2999-12-31']);
    case 'DateTimeISO':
      return choices.of([
        '2001-01-01T00:00:00Z',
        '2999-12-31T00:00:00Z',
        new Date(Date.now() + 8e7).toISOString(),
      ]);
    default:
      return textAt(place, choices, stock);
  }
}

function inputFor(
  fields: readonly GraphQLInputField[],
  choices: Choices,
  stock: Stock,
  type: string,
): unknown {
  if (type === 'PeriodInput') {
    return choices.of([
      { start: '1000-01-01', end: '2999-12-31' },
      { year: 1200 + choices.below(6) },
      { start: `12${10 + choices.below(10)}-01-01` },
    ]);
  }
  const one = choices.below(fields.length);
  const given = fields.filter((field, n) => isNonNullType(field.type) || n === one || choices.oneIn(12));
  return Object.fromEntries(
    given
      .filter(({ name }) => name !== 'idempotencyKey')
      .map(({ name, type: inner, description }) => [
        name,
        valueFor(inner, { name, description: description ?? '' }, choices, stock),
      ]),
  );
}

const kinds: Readonly<Record<string, string>> = {
  organization: 'org',
  partner: 'org',
  funder: 'org',
  provider: 'org',
  referralTo: 'org',
  organizer: 'org',
  coOrganizer: 'org',
  venue: 'org',
  entry: 'org',
  parent: 'cmp',
  result: 'res',
  indicator: 'ind',
  contributesTo: 'ind',
  period: 'ipd',
  campaign: 'cmp',
  event: 'evt',
  person: 'per',
  tool: 'key',
  key: 'key',
  client: 'cli',
  allowedTools: 'cli',
  agreement: 'agr',
  application: 'apl',
  invitation: 'inv',
  proposal: 'rpr',
  request: 'rcv',
  version: 'shv',
};

/** What an argument of that name takes the ids of. */
export const idKind = (name: string): string | undefined => kinds[name];

function idAt({ name, leadsTo }: Place, choices: Choices, stock: Stock): string {
  const prefix = kinds[name] ?? (leadsTo && idPrefixes[leadsTo as keyof typeof idPrefixes]);
  const known = [...stock.ids.keys()];
  return choices.of(stock.ids.get(prefix ?? choices.of(known)) ?? stock.ids.get('org')!);
}

function textAt({ name, description, leadsTo }: Place, choices: Choices, stock: Stock): string {
  const list = /`(\w+)`\)?/.exec(description)?.[1];
  const codes = /^(Code|ISO|BCP|Only)/.test(description) && list ? codesOf(list) : [];
  if (codes.length > 0) return choices.of(codes);
  if (name === 'language') return choices.of(['en', 'ar', 'fr']);
  if (name === 'search' || name === 'activity') return choices.of(stock.words);
  if (name === 'link') return choices.of(stock.links);
  if (name === 'group' || name === 'groups') return choices.of(stock.groups);
  if (name === 'place') return choices.of(codesOf('places'));
  if (name === 'country') return choices.of(codesOf('countries'));
  if (name === 'operation' || name === 'operations') return choices.of(['r', 'u', 'c', 'd']);
  if (name === 'list') return choices.of(['themes', 'audiences']);
  if (name === 'role' || name === 'roles')
    return choices.of(['VIEWER', 'CAMPAIGNER', 'CASEWORKER', 'ORG_ADMIN']);
  if (name === 'scopes') return choices.of(['campaign.summary:r', 'event.public:r', 'legal.identity:r']);
  if (name === 'type') return leadsTo ?? 'Event';
  if (name === 'field') return choices.of(['id', 'title', 'internal', 'name', 'venue']);
  if (/[Ee]mail/.test(name))
    return choices.of([`somebody${choices.below(9)}@example.org`, choices.of(stock.emails)]);
  if (/password|Password/.test(name)) return 'a quiet river in spring';
  return choices.of(stock.texts);
}
