import { answerBackOffice } from '#features/questions/ask-back-office.ts';
import { questionAct } from '#features/questions/question.ts';
import { type BackOfficeQuestionId, parseId } from '#journey/ids.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock, jobQueue } from '../../../../../wiring.ts';
import { currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

/** Answers a question that runs on, or says that it is done with. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<BackOfficeQuestionId>((await params).id);
  const said = await readJson(request, questionAct);
  const actor = said === null ? null : await currentStaff();
  if (actor === null || said === null || id === null) return answerNotFound();
  return answerSeat(answerBackOffice({ clock, jobQueue }, actor, id, said));
}
