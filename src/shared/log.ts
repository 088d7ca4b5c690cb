import pino from 'pino';

/** Structured log. Ids and codes only: whoever logs an object picks its fields, never a whole row or request. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});

/**
 * Logs an unexpected error under an id that the user can quote.
 * Messages of database errors hold values of rows, so only name, code and the stack's places are kept.
 */
export function logUnexpected(error: unknown, where: string): string {
  const errorId = crypto.randomUUID();
  const known = error instanceof Error ? error : new Error('not an error object');
  const places = (known.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  log.error(
    { errorId, where, name: known.name, code: (known as { code?: unknown }).code, places },
    'unexpected error',
  );
  return errorId;
}
