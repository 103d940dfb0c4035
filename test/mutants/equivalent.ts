/** Mutants that behave as the hub does, with the reason; nothing could notice them. */
const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /shield ignores (what an agreement is about|that an agreement is needed)$/,
    'whoever reads rows of others under an agreement reads those of their own organisation without: shield lets them touch the field either way, and the rows are asked',
  ],
  [
    /^(campaigns|legal|events): shield ignores the scopes of a tool$/,
    'what tools can ask for there today everybody may ask for; the rows are asked for the scope',
  ],
  [/^(legal|events): an agreement opens every group$/, 'no group there is opened by agreements yet'],
  [
    /agreement: ORG_ADMIN .* → rcu\/ru@Y [cu]$|agreement: ORG_ADMIN .* → rcu\/ru$/,
    'what the table checks of every row written says that one is a party, and reading says it as well',
  ],
  [/recovery_request: (insert|update) for readers too$/, 'whoever reads requests may make them'],
  [
    /^(campaigns|events): what is for others is for own rows too$/,
    'whoever may do something with rows of others there may do it with own rows without conditions',
  ],
];

export const equivalent = (what: string): boolean => reasons.some(([pattern]) => pattern.test(what));
