import { type Held, holdTime, prolongHold } from '#features/booking/hold-time.ts';
import {
  type HoldQuestion,
  holdQuestion,
  type KeptTime,
} from '#features/staff-booking/staff-booking-form.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../wiring.ts';
import { bookingTools } from '../../../../(citizen)/book/booking-tools.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';
import { wishOf } from '../wish-of.ts';

/** Keeps the chosen time free for some minutes, while the clerk and the citizen speak; or for longer. */
export async function POST(request: Request): Promise<Response> {
  const [asked, actor] = await Promise.all([readJson(request, holdQuestion), currentStaff()]);
  if (actor === null || asked === null || !mayDo(actor, 'bookForCitizen')) return answerNotFound();
  return answerSeat(keep(asked));
}

async function keep({
  startAt,
  longer,
  ...question
}: HoldQuestion): Promise<Result<KeptTime, { readonly code: string }>> {
  const { id, timeZone } = await currentOrganisation();
  const hold = { organisation: { id, timeZone }, holderKey: question.submissionKey };
  if (longer) {
    const prolonged = await prolongHold({ clock }, hold);
    if (prolonged.ok) return succeed(toKept(prolonged.value));
    if (prolonged.failure.code === 'prolongedEnough') return fail({ code: 'prolongedEnough' });
  }
  // What was let go of is kept from now on, if it is still free.
  const held = await holdTime(bookingTools(), {
    ...hold,
    wish: wishOf(question),
    startAt: epochMilliseconds(startAt),
  });
  return held.ok ? succeed(toKept(held.value)) : fail({ code: held.failure.code });
}

function toKept({ expiresAt, prolongations }: Held): KeptTime {
  return { expiresAt, readAt: clock.now(), canProlong: prolongations > 0 };
}
