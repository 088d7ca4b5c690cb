import { moveRequest } from '#db/requests.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { checkForm } from '#journey/forms/check-form.ts';
import { keepVisible } from '#journey/forms/form-answers.ts';
import type { RequestId } from '#journey/ids.ts';
import { writeContent } from './fillings.data.ts';
import { type FormTools, todayOf, withOpenForm } from './own-form.ts';

/** `changed`: another device saved something since the summary was shown; `over`: it is not asked any more. */
export type SentForm = 'sent' | 'unfinished' | 'changed' | 'over';

/**
 * The person who was asked sends what they filled in: from then on it stays as it is, and the request is fulfilled.
 * @param seen the filling's revision that the summary showed
 */
export async function sendForm(
  tools: FormTools,
  actor: VisitActor,
  id: RequestId,
  seen: number,
): Promise<SentForm> {
  const sent = await withOpenForm(tools, actor, id, async (scope, request, filling): Promise<SentForm> => {
    const { form, content, revision } = filling;
    if (revision !== seen) return 'changed';
    const checked = checkForm(form, content.answers, todayOf(tools));
    if (checked.some(({ problems }) => problems.length > 0)) return 'unfinished';
    const at = tools.clock.now();
    await writeContent(scope, tools.sealing, {
      requestId: request.id,
      content: { ...content, answers: keepVisible(form, content.answers) },
      sentAt: new Date(at),
    });
    await moveRequest(scope, request.id, 'fulfil', { actor: eventActorOf(actor), at });
    return 'sent';
  });
  return sent ?? 'over';
}
