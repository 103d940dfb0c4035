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
    query: `# The year of one organisation: four parts of the hub answer together.
# سنة منظمة واحدة: تجيب أربعة أجزاء من المركز معًا.
query Year($organization: ID!, $year: Int!) {
  impactReport(organization: $organization, period: { year: $year }) {
    organization { name { value direction } }
    members { figures(first: 5) { nodes { ...Figure } } }
    campaigns { figures(first: 5) { nodes { ...Figure } } }
    services { figures(first: 5) { nodes { ...Figure } } }
    events { held figures(first: 5) { nodes { ...Figure } } }
  }
}

fragment Figure on ReportedFigure {
  label { value }
  measure { value unit { label { value } } basis }
}
`,
    variables: { organization: baltimoreOffice, year: 2025 },
  },
  {
    title: { en: 'Search in Arabic', ar: 'بحث بالعربية' },
    query: `# Spelling variants of Arabic words are found too. Without a token too.
# يجد البحث صيغ الكتابة المختلفة للكلمة، ولا يحتاج إلى رمز دخول.
query Search($words: String!) {
  organizations(filter: { search: $words }, first: 10) {
    nodes {
      name { ar: value(language: "ar") en: value(language: "en") }
      kind { label { value } }
    }
  }
}
`,
    variables: { words: 'بلديه' },
  },
  {
    title: { en: 'Events and who organises them', ar: 'الفعاليات ومن ينظمها' },
    query: `# Events come from one part of the hub, their organisers from another.
# الفعاليات من جزء من المركز، ومن ينظمها من جزء آخر.
query Events {
  events(first: 10) {
    nodes {
      title { value }
      kind { label { value } }
      place { name { value } }
      organizer { name { value } }
    }
  }
}
`,
  },
  {
    title: { en: 'Who am I?', ar: 'من أنا؟' },
    query: `# Refused without a token. Paste one above: npm run -s token -- mima CASEWORKER
# لا جواب من دون رمز دخول. الصق واحدًا في الأعلى.
query Me {
  viewer {
    roles
    organization { name { value } }
  }
}
`,
  },
];
