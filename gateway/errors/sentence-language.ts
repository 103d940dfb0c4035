/** The languages that the hub itself speaks; what people wrote may be in any other. */
export type SentenceLanguage = 'ar' | 'en';

/** The first wanted language that the hub speaks; English when it speaks none of them. */
export function sentenceLanguage(wanted: readonly string[]): SentenceLanguage {
  for (const tag of wanted) {
    const primary = tag.split('-')[0]?.toLowerCase();
    if (primary === 'ar' || primary === 'en') return primary;
  }
  return 'en';
}
