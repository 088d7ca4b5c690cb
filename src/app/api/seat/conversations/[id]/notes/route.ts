import { z } from 'zod';
import { keepNotes } from '#features/seat/keep-notes.ts';
import { notesMaximumLength } from '#features/seat/notes-length.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { fail, succeed } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

const notes = z.strictObject({ text: z.string().max(notesMaximumLength) });

/** Keeps the notes of the clerk's running conversation. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const conversationId = parseId<ConversationId>((await params).id);
  const said = await readJson(request, notes);
  const actor = await currentStaff();
  if (actor === null || conversationId === null || said === null) return answerNotFound();
  return answerSeat(
    keepNotes(actor, conversationId, said.text).then((kept) =>
      kept ? succeed(null) : fail({ code: 'notFound' }),
    ),
  );
}
