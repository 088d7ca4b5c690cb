import { z } from 'zod';
import { nameCaller } from '#features/seat/open-caller.ts';
import { readCallersName } from '#features/seat/read-caller.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import { fail } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';
import type { AppointmentParams } from '../own-appointment.ts';

/** Writes down who telephones. */
export async function PUT(request: Request, { params }: AppointmentParams): Promise<Response> {
  const id = parseId<AppointmentId>((await params).id);
  const said = await readJson(request, z.strictObject({ name: z.string().max(500) }));
  const actor = said === null ? null : await currentStaff();
  if (actor === null || id === null || said === null) return answerNotFound();
  const name = readCallersName(said.name);
  if (name === null || name === '') return answerSeat(Promise.resolve(fail({ code: 'nameWrong' })));
  return answerSeat(nameCaller(clock, actor, id, name));
}
