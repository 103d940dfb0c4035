/** Stands in when a text was not given in any language asked for: Arabic and English always exist. */
const standIns = ['en', 'ar'];

/**
 * The best of the available tags: the first wanted tag that is there, exactly or by its primary language
 * (`ar-MA` finds `ar`), else a stand-in.
 */
export function chooseLanguage(
  available: readonly string[],
  wanted: readonly string[],
): { language: string; isFallback: boolean } {
  for (const tag of wanted) {
    const exact = available.find((candidate) => candidate.toLowerCase() === tag.toLowerCase());
    const related = exact ?? available.find((candidate) => primary(candidate) === primary(tag));
    if (related) return { language: related, isFallback: false };
  }
  const standIn = standIns.find((tag) => available.includes(tag)) ?? available[0];
  if (!standIn) throw new Error('a localized text without any language');
  return { language: standIn, isFallback: true };
}

const primary = (tag: string) => tag.split('-')[0]!.toLowerCase();

const directions = new Map<string, 'rtl' | 'ltr'>();

/** Direction of a language's script, from the engine's own tables. Node 20 and 24 spell the question differently. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  let direction = directions.get(language);
  if (!direction) {
    const locale = new Intl.Locale(language) as Intl.Locale & {
      textInfo?: { direction: 'rtl' | 'ltr' };
      getTextInfo?(): { direction: 'rtl' | 'ltr' };
    };
    direction = (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr';
    directions.set(language, direction);
  }
  return direction;
}
