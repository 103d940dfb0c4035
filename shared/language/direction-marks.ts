const overridesAndEmbeddings = /[\u202a-\u202e]/;
const isolates = /[\u2066-\u2069]/g;
const endOfIsolate = '\u2069';

/**
 * Whether a text keeps its direction to itself: no embedding or override (U+202A–202E), and every isolate is closed in the
 * line that opens it. Otherwise it could turn around what stands beside it. ZWNJ, ZWJ, LRM and RLM belong to ordinary
 * writing.
 */
export function keepsDirection(text: string): boolean {
  return !overridesAndEmbeddings.test(text) && text.split(/\r\n|[\n\r\u2028\u2029]/).every(closesIsolates);
}

function closesIsolates(line: string): boolean {
  let open = 0;
  for (const [mark] of line.matchAll(isolates)) {
    open += mark === endOfIsolate ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}
