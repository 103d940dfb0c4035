import { GraphQLError } from 'graphql';
import { classifyError } from '../../gateway/errors/format-error';
import { publicDetail } from '../../gateway/errors/public-detail';
import { sentenceLanguage } from '../../gateway/errors/sentence-language';
import { errorCodes } from '../../shared/errors';

describe('the detail of a GraphQL error', () => {
  test.each([
    [
      'Cannot query field "nam" on type "Person". Did you mean "name" or "names"?',
      'Cannot query field "nam" on type "Person".',
    ],
    ['Unknown type "Persn". Did you mean "Person"?', 'Unknown type "Persn".'],
    ['Syntax Error: Expected Name, found String "Fatima".', 'Syntax Error: Expected Name, found String.'],
    ['Syntax Error: Expected Name, found "}".', 'Syntax Error: Expected Name, found "}".'],
    ['Int cannot represent non-integer value: "Fatima"', 'Int cannot represent non-integer value.'],
    [
      'Enum "Kind" cannot represent non-enum value: "Fatima".',
      'Enum "Kind" cannot represent non-enum value.',
    ],
    ['Value "Fatima" does not exist in "Kind" enum.', 'The value does not exist in the "Kind" enum.'],
    ['Expected value of type "Date", found "Fatima"; not a date: Fatima', 'Expected value of type "Date".'],
    [
      'Variable "$f" got invalid value "Fatima" at "f.since"; Expected type "Date". Fatima is no date',
      'Variable "$f" has an invalid value at "f.since".',
    ],
    [
      'Variable "$f" got invalid value { name: "Fatima; x" }; Field "name" is not defined by type "Filter".',
      'Variable "$f" has an invalid value. Field "name" is not defined by type "Filter".',
    ],
    [
      'Variable "$f" got invalid value "Fatima" at "f[0].first"; Int cannot represent non-integer value: "Fatima"',
      'Variable "$f" has an invalid value at "f[0].first". Int cannot represent non-integer value.',
    ],
  ])('%s', (message, detail) => {
    expect(publicDetail(message)).toBe(detail);
  });

  test('is never long', () => {
    expect(publicDetail('x'.repeat(10_000))).toHaveLength(500);
  });
});

describe('the formatter', () => {
  const format = (message: string, extensions: Record<string, unknown>, path?: (string | number)[]) => {
    const error = new GraphQLError(message, { extensions, ...(path && { path }) });
    return classifyError(error.toJSON(), error);
  };

  test.each(Object.keys(errorCodes))('a subgraph error with code %s keeps a known code', (code) => {
    const { extensions } = format('secret', { code, serviceName: 'members', detail: 'why', other: 'secret' });
    expect(JSON.stringify(extensions)).not.toContain('secret');
    expect(Object.keys(errorCodes)).toContain(extensions?.code);
  });

  test("a subgraph's refusal of a literal is the client's mistake", () => {
    const { extensions } = format('x', {
      code: 'GRAPHQL_VALIDATION_FAILED',
      serviceName: 'members',
      detail: 'Expected value of type "Date", found "Fatima"; x',
    });
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', detail: 'Expected value of type "Date".' });
  });

  test('a path ends where the gateway means every element', () => {
    expect(format('x', { code: 'FORBIDDEN', serviceName: 'a' }, ['events', '@', 'organizer']).path).toEqual([
      'events',
    ]);
    expect(format('x', { code: 'FORBIDDEN', serviceName: 'a' }, ['@']).path).toBeUndefined();
  });

  test('a name of a subgraph is shown for a gap only', () => {
    expect(format('x', { code: 'FORBIDDEN', serviceName: 'a', subgraph: 'a' }).extensions).toEqual({
      code: 'FORBIDDEN',
    });
    expect(format('x', { code: 'SUBGRAPH_TIMEOUT', serviceName: 'a', subgraph: 'a' }).extensions).toEqual({
      code: 'SUBGRAPH_TIMEOUT',
      subgraph: 'a',
    });
  });
});

test('the hub speaks the first language that it can', () => {
  expect([['ar'], ['AR-eg'], ['fr', 'ar'], ['en', 'ar'], ['fr'], ['arc'], []].map(sentenceLanguage)).toEqual([
    'ar',
    'ar',
    'ar',
    'en',
    'en',
    'en',
    'en',
  ]);
});
