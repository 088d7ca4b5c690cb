import { findEntry } from '#features/seat/find-entry.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import type { AppointmentParams } from '../own-appointment.ts';

/** An appointment of the clerk's team, of whatever day, as the list shows those of today. */
export async function GET(_request: Request, { params }: AppointmentParams): Promise<Response> {
  const id = parseId<AppointmentId>((await params).id);
  const actor = await currentStaff();
  return actor === null || id === null ? answerNotFound() : answerSeat(findEntry(clock, actor, id));
}
