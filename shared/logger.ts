import pino from 'pino';

/** Structured logs. What people ask about stays out of them: neither variables nor answers are ever logged. */
export type Logger = pino.Logger;

export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
