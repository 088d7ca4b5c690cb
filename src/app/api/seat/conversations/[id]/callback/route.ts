import { z } from 'zod';
import { noteCallback, readCallbackChoice } from '#features/callbacks/note-callback.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { fail, succeed } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { callbackTools } from '../../../../../callback-tools.ts';
import { currentOrganisation, currentStaff } from '../../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../../seat-answer.ts';

type Context = { readonly params: Promise<{ id: string }> };

const noted = z.strictObject({
  submissionKey: z.uuid().toLowerCase(),
  phone: z.string().max(100),
  question: z.string().max(5_000),
  when: z.string().max(20),
});

/** The number that is known, and when the team calls. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [actor, { id: given }] = await Promise.all([currentStaff(), params]);
  const id = parseId<ConversationId>(given);
  if (actor === null || id === null) return answerNotFound();
  const { timeZone } = await currentOrganisation();
  const choice = readCallbackChoice(callbackTools, actor, timeZone, id);
  return answerSeat(choice.then((found) => (found === null ? fail({ code: 'notFound' }) : succeed(found))));
}

/** Notes from the conversation that somebody is called after it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const [asked, actor, { id: given }] = await Promise.all([readJson(request, noted), currentStaff(), params]);
  const id = parseId<ConversationId>(given);
  if (asked === null || actor === null || id === null) return answerNotFound();
  const { timeZone } = await currentOrganisation();
  return answerSeat(noteCallback(callbackTools, actor, timeZone, id, asked));
}
