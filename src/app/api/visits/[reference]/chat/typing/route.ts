import { typeAlong } from '#features/chat/type-along.ts';
import { typedText } from '#features/chat/typed-text.ts';
import { readJson } from '#shared/http/read-json.ts';
import { currentVisit } from '../../../../../current-visit.ts';
import { answerNotFound, answerSeat } from '../../../../seat/seat-answer.ts';

/** What this browser’s visitor is typing, for the others to read along. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const typed = await readJson(request, typedText);
  const actor = typed === null ? null : await currentVisit((await params).reference);
  return typed === null || actor === null ? answerNotFound() : answerSeat(typeAlong(actor, typed));
}
