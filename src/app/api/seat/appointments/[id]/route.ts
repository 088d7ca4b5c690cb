import { listAgainOf } from '#features/messages/send-again.ts';
import { findDossier } from '#features/seat/find-dossier.ts';
import type { StaffActor } from '#journey/actor.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, succeed } from '#journey/result.ts';
import { clock } from '../../../../../wiring.ts';
import { currentLanguage, currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

/** The dossier of an appointment of the clerk's team. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const appointmentId = parseId<AppointmentId>((await params).id);
  const [actor, language] = await Promise.all([currentStaff(), currentLanguage()]);
  if (actor === null || appointmentId === null) return answerNotFound();
  return answerSeat(readDossier(actor, appointmentId, language));
}

/** With what can be sent again of what failed. */
async function readDossier(actor: StaffActor, id: AppointmentId, language: Language) {
  const dossier = await findDossier(actor, id, language);
  if (dossier === null) return fail({ code: 'notFound' as const });
  if (dossier.messages.every(({ failure }) => failure === null)) return succeed(dossier);
  const { timeZone } = await currentOrganisation();
  const again = await listAgainOf({ clock, timeZone }, actor, id);
  const messages = dossier.messages.map((message) => {
    const notAgain = again.get(message.id);
    return notAgain === undefined ? message : { ...message, again: { notAgain } };
  });
  return succeed({ ...dossier, messages });
}
