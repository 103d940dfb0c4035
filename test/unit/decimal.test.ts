import fc from 'fast-check';
import { GraphQLError, parseValue, valueFromAST } from 'graphql';
import {
  addUpTo,
  compare,
  Decimal,
  isLessTimes,
  isNegative,
  shareOf,
} from '../../subgraphs/campaigns/indicator/decimal';

/** Numbers of at most fifteen digits, which a float of the reference holds as well, with their text. */
const small = fc
  .record({
    units: fc.integer({ min: -99_999_999, max: 99_999_999 }),
    decimals: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ units, decimals }) => (units / 10 ** decimals).toFixed(decimals));

describe('a decimal', () => {
  it.each([
    '0',
    '-0',
    '12.50',
    '-3',
    '99999999999999999999.9999999999',
    '0.0000000001',
  ])('%s stays as it is written', (text) => {
    expect(Decimal.parseValue(text)).toBe(text);
    expect(Decimal.serialize(text)).toBe(text);
    expect(valueFromAST(parseValue(`"${text}"`), Decimal)).toBe(text);
    expect(valueFromAST(parseValue(text), Decimal)).toBe(text);
  });

  it.each([
    ...[
      '',
      ' ',
      '1e3',
      '0x1',
      '1.',
      '.5',
      '+1',
      '1,5',
      '١٢',
      'NaN',
      'Infinity',
      '1'.repeat(21),
      '0.00000000001',
    ],
    ...[0.1, 2 ** 53, Number.NaN, true, null, {}, []],
  ])('%p is none', (given) => {
    expect(() => Decimal.parseValue(given)).toThrow(GraphQLError);
  });

  it('is a whole number where a program has one', () => {
    expect(Decimal.parseValue(7)).toBe('7');
    expect(Decimal.parseValue(-7)).toBe('-7');
  });

  it('is compared and added as a number', () => {
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(compare(one, other)).toBe(Math.sign(Number(one) - Number(other)) + 0);
        expect(isNegative(one)).toBe(Number(one) < 0);
        expect(isLessTimes(one, 3, other, 7)).toBe(
          Math.round(Number(one) * 3e4) < Math.round(Number(other) * 7e4),
        );
      }),
    );
  });

  it('loses nothing where a float would', () => {
    expect(addUpTo(['0.1', '0.2'], '0.3')).toBe(true);
    expect(addUpTo(['90071992547409.93', '0.02'], '90071992547409.95')).toBe(true);
    expect(addUpTo(['99999999999999999999', '0.0000000001'], '99999999999999999999')).toBe(false);
    expect(compare('12345678901234567890.1', '12345678901234567890.2')).toBe(-1);
    expect(addUpTo([], '0')).toBe(true);
  });

  it.each([
    ['3', '4', '0.7500'],
    ['1', '3', '0.3333'],
    ['2', '3', '0.6667'],
    ['1', '20000', '0.0001'],
    ['1', '20001', '0.0000'],
    ['-1', '3', '-0.3333'],
    ['250', '100', '2.5000'],
    ['0', '5', '0.0000'],
    ['5', '0', null],
    ['5', '0.0', null],
  ])('%s of %s is %s', (part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share);
  });
});
