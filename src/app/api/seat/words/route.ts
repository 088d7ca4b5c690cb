import { z } from 'zod';
import { sayToWaiting } from '#features/waiting-room/say-to-waiting.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import { ownWordsLimit, readyWords } from '#journey/waiting-words.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, jobQueue } from '../../../../wiring.ts';
import { currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';

const body = z.object({
  /** An appointment, or `all`. */
  to: z.string().max(40),
  word: z.enum(readyWords).nullable(),
  text: z.string().max(ownWordsLimit),
});

/** Says something to one who waits, or to all. */
export async function POST(request: Request): Promise<Response> {
  const said = await readJson(request, body);
  const actor = said === null ? null : await currentStaff();
  if (said === null || actor === null) return answerNotFound();
  const to = said.to === 'all' ? 'all' : parseId<AppointmentId>(said.to);
  if (to === null) return answerNotFound();
  return answerSeat(sayToWaiting({ clock, jobQueue }, actor, { ...said, to }));
}
