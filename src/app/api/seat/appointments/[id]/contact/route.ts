import { z } from 'zod';
import { correctContact } from '#features/changes/correct-contact.ts';
import { config } from '#shared/config/config.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

const typed = z.strictObject({ email: z.string().max(500), phone: z.string().max(100) });

/** Corrects how somebody is reached. Texts are as they were typed: what is wrong with them is said in words. */
export async function PUT(request: Request, context: AppointmentParams): Promise<Response> {
  const [said, own, { timeZone }] = await Promise.all([
    readJson(request, typed),
    ownAppointment(context),
    currentOrganisation(),
  ]);
  if (own === null || said === null) return answerNotFound();
  const tools = { clock, timeZone, linkSecret: config().LINK_SECRET };
  return answerSeat(correctContact(tools, own.actor, own.id, said));
}
