import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Interval } from '#journey/time.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { type CallbackProblems, readCallbackAnswers } from './callback-form.ts';
import { type CallbackTools, findCallWindows } from './callback-tools.ts';
import { findConversationToCall } from './callbacks.data.ts';
import { type PromisedCall, requestCallback } from './request-callback.ts';

/** What the clerk chooses from when somebody is to be called after the conversation. */
export type CallbackChoice = {
  /** The number that is known, as people here say it; null when none is. */
  readonly phone: string | null;
  /** The parts of days in which the team calls; none when it does not. */
  readonly windows: readonly Interval[];
};

/** As the clerk filled it in. */
export type NotedCallback = {
  /** Drawn when the form was opened: sent twice, it is noted once. */
  readonly submissionKey: string;
  readonly phone: string;
  readonly question: string;
  /** `soon`, or the end of one of the windows as epoch milliseconds. */
  readonly when: string;
};

export type NoteFailure =
  /** Unknown, or not this clerk's conversation: the same answer. The chosen part of a day is over, or the team calls nobody. */
  | { readonly code: 'notFound' | 'windowGone' | 'notOffered' }
  | { readonly code: 'wrongFields'; readonly problems: NoteProblems };

/** What is wrong with what the clerk typed. */
export type NoteProblems = {
  readonly phone?: 'phoneMissing' | 'phoneWrong';
  readonly question?: 'questionTooLong' | 'characters';
};

/** What there is to choose from; null for a conversation that is not this clerk's. */
export function readCallbackChoice(
  tools: Pick<CallbackTools, 'clock' | 'openingsOf'>,
  actor: StaffActor,
  timeZone: string,
  id: ConversationId,
): Promise<CallbackChoice | null> {
  if (!mayDo(actor, 'workAtSeat')) return Promise.resolve(null);
  return withOrganisation(actor.organisationId, async (scope) => {
    const about = await findConversationToCall(scope, id, actor.staffMemberId);
    if (about === null) return null;
    const windows = await findCallWindows(tools, scope, about.service.teamId, timeZone);
    return { phone: about.phone && formatPhoneLocally(about.phone), windows };
  });
}

/**
 * From a conversation: writes down that somebody is called after it, in the list of the team whose service it is about. They know the caller
 * by the words of their appointment.
 */
export async function noteCallback(
  tools: CallbackTools,
  actor: StaffActor,
  timeZone: string,
  id: ConversationId,
  noted: NotedCallback,
): Promise<Result<PromisedCall, NoteFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  const about = await withOrganisation(actor.organisationId, (scope) =>
    findConversationToCall(scope, id, actor.staffMemberId),
  );
  if (about === null) return fail({ code: 'notFound' });
  const read = readCallbackAnswers({ ...noted, name: '' }, false);
  if (!read.ok) return fail(problemsOf(read.problems));
  const { name, service, language, phraseWords } = about;
  const [first, second] = phraseWords;
  const known = first === undefined || second === undefined ? null : ([first, second] as const);
  const noting = { ...tools, drawPhrase: () => known ?? tools.drawPhrase(language) };
  const promised = await requestCallback(noting, {
    organisation: { id: actor.organisationId, timeZone },
    service,
    submissionKey: noted.submissionKey,
    ...read.answers,
    name: name === '' ? null : name,
    language,
    by: eventActorOf(actor),
  });
  return promised.ok ? succeed(promised.value) : promised;
}

function problemsOf({ phone, question }: CallbackProblems): NoteFailure {
  if (phone === undefined && question === undefined) return { code: 'windowGone' };
  return {
    code: 'wrongFields',
    problems: {
      ...(phone && { phone: phone === 'phoneMissing' ? phone : 'phoneWrong' }),
      ...(question && { question: question === 'questionTooLong' ? question : 'characters' }),
    },
  };
}
