import type { Result } from '#journey/result.ts';
import { logUnexpected } from '#shared/log.ts';

const headers = { 'cache-control': 'no-store' };

/** Unknown, forbidden and not signed on look the same. */
export function answerNotFound(): Response {
  return Response.json({ code: 'notFound' }, { status: 404, headers });
}

/** Answers with what was asked for, or with the code of the refusal: 404 for what is not theirs, 409 for what came too late. */
export async function answerSeat<Value>(
  work: Promise<Result<Value, { readonly code: string }>>,
): Promise<Response> {
  try {
    const result = await work;
    if (result.ok) return Response.json(result.value ?? {}, { headers });
    return result.failure.code === 'notFound'
      ? answerNotFound()
      : Response.json(result.failure, { status: 409, headers });
  } catch (error) {
    return Response.json(
      { code: 'unexpected', errorId: logUnexpected(error, 'seat') },
      { status: 503, headers },
    );
  }
}
