import { Field, InputType } from 'type-graphql';
import { refuse } from '../mutation/user-errors';
import { keepsDirection } from './direction-marks';
import type { Translations } from './localized-text';

@InputType({ description: 'One text in one language.' })
export class TranslationInput {
  @Field({ description: 'BCP 47 tag of the language, such as `ar` or `en`.' })
  language!: string;

  @Field({ description: 'The text.' })
  value!: string;
}

const maximumLength = 10_000;

/**
 * The text as it is stored.
 * @throws Refusal that names the input's field: no text, a language twice, a tag that is none, a text too long, or one that
 * turns the direction of what stands beside it
 */
export function toTranslations(given: readonly TranslationInput[], field: string): Translations {
  if (given.length === 0) refuse('REQUIRED', field);
  const texts: Record<string, string> = {};
  for (const { language, value } of given) {
    const tag = canonicalTag(language);
    const text = value.trim();
    // PostgreSQL keeps no null character.
    if (!tag || tag in texts || text.includes('\0')) refuse('INVALID', field);
    if (text === '') refuse('REQUIRED', field);
    if (text.length > maximumLength) refuse('TOO_LONG', field);
    if (!keepsDirection(text)) refuse('DIRECTION_OVERRIDDEN', field);
    texts[tag] = text;
  }
  return texts;
}

/**
 * The same for a text that everybody is to read: in Arabic and in English at least.
 * @throws Refusal REQUIRED where one of them is missing
 */
export function inBothLanguages(given: readonly TranslationInput[], field: string): Translations {
  const texts = toTranslations(given, field);
  if (!texts.ar || !texts.en) refuse('REQUIRED', field);
  return texts;
}

/** A BCP 47 tag as it is written, or undefined when it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
