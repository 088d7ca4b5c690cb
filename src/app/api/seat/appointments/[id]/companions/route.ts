import { z } from 'zod';
import { inviteCompanion, listCompanionLinks } from '#features/companions/companion-links.ts';
import { companionRoles } from '#journey/companion-roles.ts';
import { succeed } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { companionTools } from '../../../../../companion-tools.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import { type AppointmentParams, ownAppointment } from '../own-appointment.ts';

/** The links of third persons of an appointment of the clerk's team. */
export async function GET(_request: Request, context: AppointmentParams): Promise<Response> {
  const own = await ownAppointment(context);
  if (own === null) return answerNotFound();
  return answerSeat(listCompanionLinks(companionTools(), own.actor, own.id).then(succeed));
}

/** Makes one, for a role. */
export async function POST(request: Request, context: AppointmentParams): Promise<Response> {
  const said = z.strictObject({ role: z.enum(companionRoles) });
  const [asked, own] = await Promise.all([readJson(request, said), ownAppointment(context)]);
  if (own === null || asked === null) return answerNotFound();
  return answerSeat(inviteCompanion(companionTools(), own.actor, own.id, asked.role));
}
