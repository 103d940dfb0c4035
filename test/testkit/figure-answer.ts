import { type asAnswered } from './report';

/** All there is to read of a figure. `links` are what other subgraphs keep. */
export const figureFields = (links = 'organization { slug } campaign { slug } event { slug }') => `
  slug label { ...both } measure { value unit { code } qualifier basis asOf suppressed } restatement printedAs
  period { label { ...both } start end } sources { document { code } lines } note { ...both }
  parts { dimension { code } member { code } value } spans { over { code } count } ${links}`;

/** Both languages of a text, whatever the client reads. */
export const bothLanguages =
  'fragment both on LocalizedText { ar: value(language: "ar") en: value(language: "en") }';

type Answered = ReturnType<typeof asAnswered>;

/** An answer to {@link figureFields} in the shape in which seeds are compared with it. */
// biome-ignore lint/suspicious/noExplicitAny: an answer
export function readFigure(answer: any): Answered {
  const { measure, organization, campaign, event, ...rest } = answer;
  return {
    ...rest,
    value: measure.value,
    unit: measure.unit.code,
    qualifier: measure.qualifier,
    basis: measure.basis,
    asOf: measure.asOf,
    sources: readSources(rest.sources),
    parts: rest.parts.map((part: Record<string, Coded>) => ({
      dimension: part.dimension?.code,
      member: part.member?.code,
      value: part.value,
    })),
    spans: rest.spans.map((span: Record<string, Coded>) => ({ over: span.over?.code, count: span.count })),
    organization: organization?.slug ?? null,
    campaign: campaign?.slug ?? null,
    event: event?.slug ?? null,
  };
}

interface Coded {
  readonly code: string;
}

export const readSources = (sources: readonly { document: Coded; lines: number[] }[]) =>
  sources.map(({ document, lines }) => ({ document: document.code, lines }));
