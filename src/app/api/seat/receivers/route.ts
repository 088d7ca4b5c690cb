import { listReceivers } from '#features/forwarding/forward-conversation.ts';
import { succeed } from '#journey/result.ts';
import { clock } from '../../../../wiring.ts';
import { currentLanguage, currentOrganisation, currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';

/** To whom a conversation can be passed on: teams, and who sits at a seat now. */
export async function GET(): Promise<Response> {
  const [actor, language, { formOfAddress }] = await Promise.all([
    currentStaff(),
    currentLanguage(),
    currentOrganisation(),
  ]);
  if (actor === null) return answerNotFound();
  return answerSeat(listReceivers(clock, actor, { language, formOfAddress }).then(succeed));
}
