import { listQuestionChoices } from '#features/questions/ask-back-office.ts';
import { succeed } from '#journey/result.ts';
import { clock } from '../../../../wiring.ts';
import { currentLanguage, currentOrganisation, currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';

/** Whom a clerk can ask something that is answered after the conversation, and by when. */
export async function GET(): Promise<Response> {
  const [actor, language, { formOfAddress, timeZone }] = await Promise.all([
    currentStaff(),
    currentLanguage(),
    currentOrganisation(),
  ]);
  if (actor === null) return answerNotFound();
  return answerSeat(listQuestionChoices(clock, actor, { language, formOfAddress, timeZone }).then(succeed));
}
