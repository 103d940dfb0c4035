import { Field, InputType } from 'type-graphql';
import { refuse } from '../mutation/user-errors';
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
 * @throws Refusal that names the input's field: no text, a language twice, a tag that is none, a text too long
 */
export function toTranslations(given: readonly TranslationInput[], field: string): Translations {
  if (given.length === 0) refuse('REQUIRED', field);
  const texts: Record<string, string> = {};
  for (const { language, value } of given) {
    const tag = canonicalTag(language);
    const text = value.trim();
    if (!tag || tag in texts) refuse('INVALID', field);
    if (text === '') refuse('REQUIRED', field);
    if (text.length > maximumLength) refuse('TOO_LONG', field);
    texts[tag] = text;
  }
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
