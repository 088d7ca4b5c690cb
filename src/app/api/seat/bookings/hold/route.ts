import { holdTime } from '#features/booking/hold-time.ts';
import { holdQuestion } from '#features/staff-booking/staff-booking-form.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readJson } from '#shared/http/read-json.ts';
import { bookingTools } from '../../../../(citizen)/book/booking-tools.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';
import { wishOf } from '../wish-of.ts';

/** Keeps the chosen time free for some minutes, while the clerk and the citizen speak. */
export async function POST(request: Request): Promise<Response> {
  const [asked, actor] = await Promise.all([readJson(request, holdQuestion), currentStaff()]);
  if (actor === null || asked === null || !mayDo(actor, 'bookForCitizen')) return answerNotFound();
  const { startAt, ...question } = asked;
  const { id, timeZone } = await currentOrganisation();
  const held = holdTime(bookingTools(), {
    organisation: { id, timeZone },
    wish: wishOf(question),
    startAt: epochMilliseconds(startAt),
    holderKey: question.submissionKey,
  });
  return answerSeat(
    held.then(
      (result): Result<{ readonly expiresAt: number }, { readonly code: string }> =>
        result.ok ? succeed({ expiresAt: result.value.expiresAt }) : fail({ code: result.failure.code }),
    ),
  );
}
