import { z } from 'zod';
import { setAvailability } from '#features/seat/set-availability.ts';
import { longestPauseWords, pauseReasons } from '#journey/availability.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../wiring.ts';
import { currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';

const wanted = z.union([
  z.strictObject({ state: z.literal('open') }),
  z.strictObject({ state: z.literal('paused'), reason: z.enum(pauseReasons) }),
  z.strictObject({
    state: z.literal('paused'),
    reason: z.literal('other'),
    words: z.string().trim().min(1).max(longestPauseWords),
  }),
  z.strictObject({ state: z.literal('closed') }),
]);

/** Opens, pauses or closes the clerk's own seat. */
export async function PUT(request: Request): Promise<Response> {
  const [asked, actor] = await Promise.all([readJson(request, wanted), currentStaff()]);
  if (asked === null || actor === null) return answerNotFound();
  return answerSeat(setAvailability(clock, actor, asked));
}
