/** Mutants that shield or the database would show and the API does not, with the reason: something else stands before them. */
const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /Mutation\.\w+SharingLevelSet: .* → (?!nothing)/,
    'the mutation itself asks for the right of the record’s own group as well',
  ],
  [
    /^members membership\.application: COALITION_STAFF r\/ru@Y → r\/ru(@Y [ruc])?$|^members\.(recovery_request|membership|membership_change|application): Y always holds$/,
    'the coalition is party to all of them, and nobody else has staff of the coalition',
  ],
  [/: PUBLIC [^/]*\/(.*) → [^/]*\/\1$/, 'who is nobody in particular has no organisation of their own'],
  [
    /^members user\.account: PUBLIC /,
    'what belongs to a person is opened by being that person, and by nothing else',
  ],
  [/^campaigns\.signing: U always holds$/, 'a signing is looked for by its link, and in no other way'],
];

export const isBehindTheApi = (what: string): boolean => reasons.some(([pattern]) => pattern.test(what));
