import { findDossier } from '#features/seat/find-dossier.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import { fail, succeed } from '#journey/result.ts';
import { currentLanguage, currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

/** The dossier of an appointment of the clerk's team. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const appointmentId = parseId<AppointmentId>((await params).id);
  const [actor, language] = await Promise.all([currentStaff(), currentLanguage()]);
  if (actor === null || appointmentId === null) return answerNotFound();
  return answerSeat(
    findDossier(actor, appointmentId, language).then((dossier) =>
      dossier === null ? fail({ code: 'notFound' }) : succeed(dossier),
    ),
  );
}
