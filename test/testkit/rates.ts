import type { Rates } from '../../gateway/limits/rates';

/** More than any test can spend in a minute, for those that are about something else. */
export const unlimited: Rates = { address: 1e12, person: 1e12, organization: 1e12, key: 1e12 };
