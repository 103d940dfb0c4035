import { toTranslations } from '../../shared/language/translation-input';
import { Refusal } from '../../shared/mutation/user-errors';

const given = (value: string) => toTranslations([{ language: 'ar', value }], 'title');

function refusal(value: string): string | null {
  try {
    given(value);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.userErrors.map(({ code, field }) => `${code} ${field}`).join();
    throw error;
  }
}

it.each([
  ['an embedding', 'a\u202ab\u202c'],
  ['an override', 'a\u202eb'],
  ['the end of an embedding alone', 'a\u202c'],
  ['an isolate that stays open', 'a\u2067b'],
  ['the end of an isolate that none opened', 'a\u2069\u2066'],
  ['an isolate over two lines', 'a\u2068b\nc\u2069'],
])('refuses %s', (_what, value) => {
  expect(refusal(value)).toBe('DIRECTION_OVERRIDDEN title');
});

it.each([
  ['ZWNJ and ZWJ', 'می\u200cخواهم \u200dه'],
  ['LRM and RLM', 'حملة\u200f (CIFAR\u200e) 2026'],
  ['isolates that are closed, one in another', 'قانون \u2068HB \u20661234\u2069\u2069'],
])('takes %s as they are', (_what, value) => {
  expect(given(value)).toEqual({ ar: value });
});
