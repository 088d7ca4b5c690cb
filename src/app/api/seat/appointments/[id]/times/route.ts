import { z } from 'zod';
import { lookAtChange } from '#features/changes/look-at-change.ts';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import type { FreeDays } from '#features/seat/change-answers.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

const question = z.strictObject({ channel: z.enum(['video', 'phone', 'counter']) });
type Question = z.infer<typeof question>;

/** The times that an appointment could have instead, its own one too. */
export async function POST(request: Request, context: AppointmentParams): Promise<Response> {
  const [asked, own] = await Promise.all([readJson(request, question), ownAppointment(context)]);
  if (own === null || asked === null) return answerNotFound();
  return answerSeat(readTimes(own, asked));
}

async function readTimes(
  { actor, id }: { actor: StaffActor; id: AppointmentId },
  { channel }: Question,
): Promise<Result<FreeDays, { readonly code: 'notFound' | 'tooLate' }>> {
  const page = await lookAtChange({ clock }, actor, id);
  if (page === null) return fail({ code: 'notFound' });
  if (page.may !== 'change') return fail({ code: 'tooLate' });
  const wish = wishInstead(page.appointment, { channel, audience: 'staff' });
  const days = await findOfferedDays(clock, await currentOrganisation(), wish);
  return succeed({
    days: (days ?? []).flatMap(({ date, full, morning, afternoon, evening }) =>
      full
        ? []
        : [{ date, times: [...morning, ...afternoon, ...evening].map(({ startAt }) => startAt as number) }],
    ),
  });
}
