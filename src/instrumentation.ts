import type { Instrumentation } from 'next';
import { log } from '#shared/log.ts';

/** Logs an unexpected error of a page under the number that the visitor sees, without the address or the message: both may hold personal data. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, context) => {
  const { name, digest } = error as Error & { digest?: string };
  log.error({ errorId: digest, name, route: context.routePath, kind: context.routeType }, 'unexpected error');
};
