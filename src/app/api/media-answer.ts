import type { GivenAccess } from '#features/call/give-access.ts';
import type { SettledRights } from '#features/call/settle-rights.ts';
import { logUnexpected } from '#shared/log.ts';

/** Unknown and forbidden look the same. */
export function answerUnknown(): Response {
  return answer({ code: 'unknown' }, 404);
}

/**
 * Answers with what was given, or with the code of the refusal. A refusal is no failure: that a conversation ended is learnt by
 * asking, in the course of things. Nothing of it may be kept by a cache.
 */
export async function answerMedia(given: Promise<GivenAccess | SettledRights>): Promise<Response> {
  try {
    const result = await given;
    if (!result.ok) return answer(result.failure, result.failure.code === 'unknown' ? 404 : 200);
    return answer(typeof result.value === 'string' ? { rights: result.value } : result.value, 200);
  } catch (error) {
    // The video server or the database is away: the browser tries again by itself.
    return answer({ errorId: logUnexpected(error, 'media') }, 503);
  }
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
