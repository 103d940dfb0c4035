/**
 * `@apollo/gateway` reports to its maker unless this is set before it is loaded. Import this module first:
 * imports keep their order, assignments beside them would run too late.
 */
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
