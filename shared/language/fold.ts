const folded: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' };

/**
 * Spelling as Arabic readers search it: without diacritics and tatweel, every alef alike, alef maqsura as
 * yeh, teh marbuta as heh, digits as 0–9; Latin letters in lower case without accents.
 * NFKD takes hamza and madda off their carriers, and presentation forms back to letters.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[ٱىیةک]/g, (letter) => folded[letter]!)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** The folded words of a text, in order. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What a row is found by: each word, and each Arabic word without the article and the particles written together
 * with it (وال، بال، لل …), so that «مهاجرين» finds «للمهاجرين» and «صفاقس» finds «بصفاقس». A letter that only looks
 * like a particle costs an entry that nobody asks for.
 */
export function searchTokens(texts: readonly string[]): string[] {
  const tokens = new Set<string>();
  for (const word of texts.flatMap(words)) {
    tokens.add(word);
    tokens.add(withoutArticle(word));
    tokens.add(word.replace(/^[وفبكل](?=\p{Script=Arabic}{3})/u, ''));
  }
  return [...tokens];
}

/** At least three letters stay: «الى» is a word, not an article. */
export function withoutArticle(word: string): string {
  return word.replace(/^(?:[وفبك]?ال|[وف]?لل)(?=\p{L}{3})/u, '');
}
