import type { StaffMemberId } from '#journey/ids.ts';
import type { SeatView } from '#journey/live-views.ts';
import type { AlertKind } from '../alert-kinds.ts';

/** Somebody waits long from here on: after they came, and after the agreed time. */
export const longWaitMinutes = 10;

/** Something that a clerk may want to be told, for as long as it is so. */
export type AlertSign = {
  readonly kind: AlertKind;
  /** The same as long as it is the same. */
  readonly key: string;
  /** Known, and no news by itself: such as somebody who is there without waiting. */
  readonly isQuiet?: true;
};

/** All that is so now at this seat. @param now epoch milliseconds of the server's clock */
export function signsOf(view: SeatView, clerkId: StaffMemberId, now: number): readonly AlertSign[] {
  return [...signsOfWaiting(view, now), ...signsOfCalls(view, clerkId), ...signsOfTalk(view, clerkId)];
}

function signsOfWaiting({ entries }: SeatView, now: number): AlertSign[] {
  return entries.flatMap(({ appointmentId, state, startAt, presentSince }) => {
    if (state === 'expected') return [];
    const arrival: AlertSign = { kind: 'arrival', key: `arrival ${appointmentId}` };
    if (state !== 'waiting') return [{ ...arrival, isQuiet: true }];
    const waitsFrom = Math.max(startAt, presentSince ?? now);
    const isLong = now - waitsFrom >= longWaitMinutes * 60_000;
    return isLong ? [arrival, { kind: 'longWait', key: `longWait ${appointmentId}` }] : [arrival];
  });
}

function signsOfCalls({ calls }: SeatView, clerkId: StaffMemberId): AlertSign[] {
  return calls.flatMap((call): AlertSign[] => {
    if (call.kind === 'unreached') return [{ kind: 'toCall', key: `toCall ${call.id}` }];
    const isOthers = call.claimedBy !== null && call.claimedBy.id !== clerkId;
    return call.isDue && !isOthers
      ? [{ kind: 'callbackDue', key: `callback ${call.id} ${call.untilAt}` }]
      : [];
  });
}

function signsOfTalk({ threads, forwarded, current }: SeatView, clerkId: StaffMemberId): AlertSign[] {
  const messages = threads.flatMap(({ conversationId, isUnanswered, clerk, lastAt }): AlertSign[] =>
    isUnanswered && (clerk === null || clerk.id === clerkId)
      ? [{ kind: 'message', key: `message ${conversationId} ${lastAt}` }]
      : [],
  );
  const lost = (current?.people ?? []).flatMap(({ participantId, present }): AlertSign[] =>
    present ? [] : [{ kind: 'callTrouble', key: `callTrouble ${participantId}` }],
  );
  const passedOn = forwarded.map(({ id }): AlertSign => ({ kind: 'forwarded', key: `forwarded ${id}` }));
  return [...messages, ...passedOn, ...lost];
}

/** What became so since the signs before, one of each kind, the most urgent first. */
export function newAlerts(
  before: readonly AlertSign[],
  after: readonly AlertSign[],
  kinds: readonly AlertKind[],
): readonly AlertKind[] {
  const known = new Set(before.map(({ key }) => key));
  const news = new Set(
    after.filter(({ key, isQuiet }) => !isQuiet && !known.has(key)).map(({ kind }) => kind),
  );
  return kinds.filter((kind) => news.has(kind));
}
