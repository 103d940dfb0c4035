import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** As many places before and after the point as sums and shares are made with. */
const form = /^-?\d{1,20}(\.\d{1,10})?$/;
const places = 10;

/** An exact number, from the client to the database and back as the text that it is written in. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a text such as `"12.50"`: at most 20 digits before the point and 10 after it. Inputs also take whole numbers.',
  serialize: String,
  parseValue: (given) => readDecimal(Number.isSafeInteger(given) ? String(given) : given),
  // A number in a document is text still, and loses nothing.
  parseLiteral: (node) =>
    readDecimal(
      node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null,
    ),
});

function readDecimal(given: unknown): string {
  if (typeof given !== 'string' || !form.test(given)) {
    throw new GraphQLError('Decimal takes a text such as "12.50", with at most 20 digits and 10 decimals');
  }
  return given;
}

/** In units of the last place, which are added and compared without loss. */
function inLastPlaces(decimal: string): bigint {
  const [whole, fraction = ''] = decimal.split('.') as [string, string?];
  return BigInt(whole + fraction.padEnd(places, '0'));
}

export const isNegative = (decimal: string): boolean => inLastPlaces(decimal) < 0n;

/** Less than, equal to or more than zero, as the first is to the second. */
export function compare(one: string, other: string): -1 | 0 | 1 {
  const difference = inLastPlaces(one) - inLastPlaces(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const addUpTo = (parts: readonly string[], total: string): boolean =>
  parts.reduce((sum, part) => sum + inLastPlaces(part), 0n) === inLastPlaces(total);

/** Whether `one × by` is less than `other × otherBy`. */
export const isLessTimes = (one: string, by: number, other: string, otherBy: number): boolean =>
  inLastPlaces(one) * BigInt(by) < inLastPlaces(other) * BigInt(otherBy);

/** One number as a share of another, to four places, halves away from zero; null of nothing. */
export function shareOf(part: string, whole: string): string | null {
  const divisor = inLastPlaces(whole);
  if (divisor === 0n) return null;
  const doubled = (inLastPlaces(part) * 20_000n) / divisor;
  const rounded = (doubled + (doubled < 0n ? -1n : 1n)) / 2n;
  const digits = `${rounded < 0n ? -rounded : rounded}`.padStart(5, '0');
  return `${rounded < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
