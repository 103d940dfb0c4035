declare module 'pg/lib/utils' {
  /** A value as PostgreSQL takes it in text: arrays, dates and objects too. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
