import { answerCalendar, answerNoCalendar } from '../../../../calendar-answer.ts';
import { currentVisit } from '../../../../current-visit.ts';

/** The appointment for the citizen's own calendar. A companion's calendar would get the citizen's link: there is none for it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const visit = await currentVisit((await params).reference);
  if (visit?.role !== 'citizen') return answerNoCalendar(404);
  return answerCalendar({ appointmentId: visit.appointmentId });
}
