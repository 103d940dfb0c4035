/** Queries that the explorer offers to try. A test runs each against the hub. */
export interface SampleQuery {
  readonly title: { readonly en: string; readonly ar: string };
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const sampleQueries: readonly SampleQuery[] = [
  {
    title: { en: 'What can be asked', ar: 'ما الذي يمكن السؤال عنه' },
    query: `# The questions that the coalition's graph answers.
# الأسئلة التي تجيب عنها بيانات التحالف.
query Questions {
  __schema {
    queryType {
      fields {
        name
        description
      }
    }
  }
}
`,
  },
];
