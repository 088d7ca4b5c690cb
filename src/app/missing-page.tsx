import { headers } from 'next/headers';
import { setAnswerStatus } from '#shared/http/answer-status.ts';
import NotFound from './not-found.tsx';

/** What a page gives in its own place when its address names something that is not there: a 404 that needs no script. */
export async function MissingPage() {
  setAnswerStatus(await headers(), 404);
  return <NotFound />;
}
