import type { Asker, TestHub } from './hub';
import { mutationText } from './schema-arguments';

/** One way to make changes as somebody, for stories that make many of them. */
export function changesOf(hub: TestHub) {
  /** What the payload says; the request itself must not fail. */
  async function change(as: Asker, mutation: string, input: object, selection: string, language = 'en') {
    const text = mutationText(mutation, `${selection} userErrors { code field message }`);
    const { data, errors } = await hub.ask(text, { as, language, variables: { input } });
    expect(errors).toBeUndefined();
    return data[mutation];
  }

  /** The codes with which a change is refused, each with its field. */
  async function refusal(as: Asker, mutation: string, input: object): Promise<string[]> {
    const { userErrors } = await change(as, mutation, input, '__typename');
    return userErrors.map(({ code, field }: { code: string; field: string | null }) => `${code} ${field}`);
  }

  return { change, refusal };
}

/** A text in both languages, as inputs take it. */
export const inBoth = (en: string, ar: string) => [
  { language: 'en', value: en },
  { language: 'ar', value: ar },
];
