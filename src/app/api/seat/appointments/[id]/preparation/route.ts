import { z } from 'zod';
import { keepPreparationNotes } from '#features/seat/keep-preparation-notes.ts';
import { notesMaximumLength } from '#features/seat/notes-length.ts';
import { type AppointmentId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../../wiring.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const notes = z.strictObject({
  text: z.string().max(notesMaximumLength),
  revision: z.number().int().min(0),
});

/** Keeps the team's notes of preparation. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<AppointmentId>((await params).id);
  const said = await readJson(request, notes);
  const actor = await currentStaff();
  if (actor === null || id === null || said === null) return answerNotFound();
  return answerSeat(keepPreparationNotes(clock, actor, id, said));
}
