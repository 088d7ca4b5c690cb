import { keepPreferences, preferenceChange } from '#features/seat/preferences.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';

/** Keeps what the clerk chose for alerts or keys. */
export async function PUT(request: Request): Promise<Response> {
  const [change, actor] = await Promise.all([readJson(request, preferenceChange), currentStaff()]);
  if (change === null || actor === null) return answerNotFound();
  return answerSeat(keepPreferences(actor, change));
}
