import { operationText } from '../documents/operations';

/** Queries that the explorer offers to try. A test checks each against the committed supergraph. */
export interface SampleQuery {
  readonly title: { readonly en: string; readonly ar: string };
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Computed from its name, so the same in every hub: the Baltimore office of immigrant affairs. */
const baltimoreOffice = 'org_54jpt2grkdansbqqy8cdf35j9x';

export const sampleQueries: readonly SampleQuery[] = [
  {
    title: { en: 'An organisation’s year', ar: 'سنة منظمة واحدة' },
    query: operationText('year'),
    variables: { organization: baltimoreOffice, year: 2025 },
  },
  {
    title: { en: 'Search in Arabic', ar: 'بحث بالعربية' },
    query: operationText('search'),
    variables: { words: 'بلديه' },
  },
  {
    title: { en: 'Events and who organises them', ar: 'الفعاليات ومن ينظمها' },
    query: operationText('events'),
  },
  {
    title: { en: 'Who am I?', ar: 'من أنا؟' },
    query: operationText('me'),
  },
];
