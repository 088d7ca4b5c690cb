import { z } from 'zod';
import { giveSheet } from '#features/changes/correct-contact.ts';
import { config } from '#shared/config/config.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

/** Makes that the appointment's sheet can be printed. */
export async function POST(request: Request, context: AppointmentParams): Promise<Response> {
  const [said, own] = await Promise.all([readJson(request, z.strictObject({})), ownAppointment(context)]);
  if (own === null || said === null) return answerNotFound();
  return answerSeat(
    giveSheet({ clock, linkSecret: config().LINK_SECRET }, own.actor, own.id).then((result) =>
      result.ok ? { ok: true as const, value: {} } : result,
    ),
  );
}
