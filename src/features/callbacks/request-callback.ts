import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { EventActor } from '#journey/actor.ts';
import type { CallbackId, OrganisationId, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds, type Interval, toDate, toEpoch } from '#journey/time.ts';
import { chooseWindow, type WantedWindow } from './call-windows.ts';
import { type CallbackTools, findCallWindows } from './callback-tools.ts';
import {
  type Callback,
  type CallbackWish,
  deleteCallback,
  findBySubmission,
  findOpen,
  holdNumber,
  insertCallback,
  writeCallback,
} from './callbacks.data.ts';
import { addPair, pairsOf } from './phrases.ts';

export type CallbackRequest = {
  readonly organisation: { readonly id: OrganisationId; readonly timeZone: string };
  readonly service: { readonly id: ServiceId; readonly teamId: TeamId };
  /** One per form that was filled in. */
  readonly submissionKey: string;
  readonly name: string | null;
  /** E.164. */
  readonly phone: string;
  readonly question: string | null;
  readonly wanted: WantedWindow;
  readonly language: Language;
  /** Who asked: the page for citizens, or the clerk who noted it. */
  readonly by: EventActor;
};

/** What somebody who asked may count on. */
export type PromisedCall = {
  readonly phone: string;
  readonly window: Interval;
  readonly phraseWords: readonly [string, string];
};

/** The chosen part of a day cannot be had any more; or the team does not call at all. */
export type CallbackFailure = { readonly code: 'windowGone' | 'notOffered' };

/**
 * Takes down that somebody wants to be called. The same form sent twice asks once; corrected, it is the same request; and the same number
 * that asks about the same service again is too.
 */
export async function requestCallback(
  tools: CallbackTools,
  request: CallbackRequest,
): Promise<Result<PromisedCall, CallbackFailure>> {
  const { organisation, service } = request;
  return withOrganisation(organisation.id, async (scope) => {
    await holdNumber(scope, request.phone);
    const sent = await findBySubmission(scope, request.submissionKey);
    if (sent?.isSettled && sent.phone === request.phone) return succeed(promiseOf(sent));
    // A number that is corrected after it was called in vain is asked anew.
    const before = sent?.isSettled ? null : sent;
    const windows = await findCallWindows(tools, scope, service.teamId, organisation.timeZone);
    if (windows.length === 0) return fail({ code: 'notOffered' });
    const window = chooseWindow(windows, request.wanted);
    if (window === null) return fail({ code: 'windowGone' });
    const open = await findOpen(scope, request.phone, service.id);
    const own = open ?? before;
    if (before !== null && open !== null && open.id !== before.id) await deleteCallback(scope, before.id);
    const isOwnForm = own?.submissionKey === request.submissionKey;
    const pair = isOwnForm ? null : tools.drawPhrase(request.language);
    const wish = wishOf(request, window, own, pair);
    const now = epochMilliseconds(tools.clock.now());
    const id = own === null ? await insertCallback(scope, wish, toDate(now)) : await change(scope, own, wish);
    await recordEvent(scope, {
      streams: [`team:${service.teamId}`],
      type: own === null ? 'callback.requested' : 'callback.requestedAgain',
      actor: request.by,
      payload: { callbackId: id },
      at: now,
    });
    return succeed(promiseOf(wish));
  });
}

function wishOf(
  { service, submissionKey, name, phone, question, language }: CallbackRequest,
  window: Interval,
  own: Callback | null,
  pair: readonly [string, string] | null,
): CallbackWish {
  const words = own?.phraseWords ?? [];
  return {
    teamId: service.teamId,
    serviceId: service.id,
    submissionKey,
    phone,
    language,
    name: name ?? own?.name ?? null,
    question: question ?? own?.question ?? null,
    phraseWords: pair === null ? words : addPair(words, pair),
    fromAt: toDate(window.startAt),
    untilAt: toDate(window.endAt),
  };
}

async function change(scope: OrganisationScope, own: Callback, wish: CallbackWish): Promise<CallbackId> {
  await writeCallback(scope, own.id, { ...wish, phraseWords: [...wish.phraseWords], restsUntilAt: null });
  return own.id;
}

/** The last pair is that of the form that asked last. */
function promiseOf({
  phone,
  fromAt,
  untilAt,
  phraseWords,
}: Pick<Callback, 'phone' | 'fromAt' | 'untilAt' | 'phraseWords'>): PromisedCall {
  const pair = pairsOf(phraseWords).at(-1) ?? ['', ''];
  return { phone, window: { startAt: toEpoch(fromAt), endAt: toEpoch(untilAt) }, phraseWords: pair };
}
