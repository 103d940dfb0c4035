/** Whose account a request goes on. */
export const payerKinds = ['address', 'person', 'organization', 'key'] as const;
export type PayerKind = (typeof payerKinds)[number];

/** How much may be spent in a minute by one of each kind, in the unit of `operation-cost.ts`. */
export type Rates = Readonly<Record<PayerKind, number>>;

/** Each is a multiple of the dearest operation, so that whatever is allowed at all can be asked at least thrice. */
export const defaultRates: Rates = {
  /** Of those who are not signed in; a school or an office can share one. */
  address: 300_000,
  person: 1_000_000,
  organization: 5_000_000,
  key: 1_000_000,
};

/** The span of time that they are for, in seconds. */
export const rateSeconds = 60;
