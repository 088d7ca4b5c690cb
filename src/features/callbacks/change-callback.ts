import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { CallbackId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import {
  addMinutes,
  type EpochMilliseconds,
  epochMilliseconds,
  type Interval,
  toDate,
} from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { chooseWindow } from './call-windows.ts';
import { type CallbackTools, findCallWindows } from './callback-tools.ts';
import { type Callback, type CallbackChange, takeCallback, writeCallback } from './callbacks.data.ts';

export type CallbackResult = NonNullable<CallbackChange['result']>;

export type ChangeFailure =
  /** Unknown or of another team: the same answer. Somebody is done with it. The chosen part of a day is over. */
  | { readonly code: 'notFound' | 'settled' | 'windowGone' }
  /** A colleague has it in hand. */
  | { readonly code: 'claimed'; readonly clerkName: string };

type Changed = Result<'changed', ChangeFailure>;

/** Whoever did not answer is left in peace for so long. */
const restMinutes = 60;

const free = { claimedById: null, claimedAt: null };

/**
 * Takes a request in hand, so that no colleague calls too.
 * @param takeOver also when a colleague has it
 */
export function claimCallback(
  clock: Clock,
  actor: StaffActor,
  id: CallbackId,
  takeOver: boolean,
): Promise<Changed> {
  return change(clock, actor, id, 'callback.claimed', (callback, now) =>
    takeOver || isFreeFor(actor, callback)
      ? succeed({ claimedById: actor.staffMemberId, claimedAt: toDate(now) })
      : claimedFailure(callback),
  );
}

/** Lets go of a request: a colleague can call. */
export function releaseCallback(clock: Clock, actor: StaffActor, id: CallbackId): Promise<Changed> {
  return change(clock, actor, id, 'callback.released', (callback) =>
    isFreeFor(actor, callback) ? succeed(free) : claimedFailure(callback),
  );
}

/** Says what came of a call. Who did not answer comes back later, for whoever is free then; everything else is the end of it. */
export function tryCallback(
  clock: Clock,
  actor: StaffActor,
  id: CallbackId,
  result: CallbackResult,
): Promise<Changed> {
  return change(clock, actor, id, 'callback.tried', (callback, now) => {
    if (!isFreeFor(actor, callback)) return claimedFailure(callback);
    const tried = {
      result,
      triedAt: toDate(now),
      triedById: actor.staffMemberId,
      tries: callback.tries + 1,
    };
    return succeed(
      result === 'noAnswer'
        ? { ...tried, ...free, restsUntilAt: toDate(addMinutes(now, restMinutes)) }
        : { ...tried, settledAt: toDate(now) },
    );
  });
}

/** Calls at another time, as it was agreed on the telephone. @param untilAt the end of a part of a day that `listWindows` gave */
export async function rescheduleCallback(
  tools: Pick<CallbackTools, 'clock' | 'openingsOf'>,
  actor: StaffActor,
  timeZone: string,
  { id, untilAt }: { readonly id: CallbackId; readonly untilAt: EpochMilliseconds },
): Promise<Changed> {
  const windows = await listWindows(tools, actor, timeZone);
  const window = chooseWindow(windows, untilAt);
  return change(tools.clock, actor, id, 'callback.rescheduled', (callback) => {
    if (!isFreeFor(actor, callback)) return claimedFailure(callback);
    if (window === null) return fail({ code: 'windowGone' });
    const [fromAt, until] = [toDate(window.startAt), toDate(window.endAt)];
    return succeed({ ...free, fromAt, untilAt: until, restsUntilAt: null });
  });
}

/** The parts of days in which the clerk's team can call; none without a seat. */
export async function listWindows(
  tools: Pick<CallbackTools, 'clock' | 'openingsOf'>,
  actor: StaffActor,
  timeZone: string,
): Promise<readonly Interval[]> {
  const { seat } = actor;
  if (seat === null || !mayWorkForTeam(actor, seat.teamId)) return [];
  return withOrganisation(actor.organisationId, (scope) =>
    findCallWindows(tools, scope, seat.teamId, timeZone),
  );
}

/** Takes back what one said oneself of a call. */
export function untryCallback(clock: Clock, actor: StaffActor, id: CallbackId): Promise<Changed> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const callback = await takeOwn(scope, actor, id);
    if (callback === null) return fail({ code: 'notFound' });
    if (callback.tries === 0 || callback.triedById !== actor.staffMemberId) return fail({ code: 'settled' });
    const now = epochMilliseconds(clock.now());
    const tries = callback.tries - 1;
    // What came before could only be that nobody answered: else it would have been the end.
    const before =
      tries === 0 ? { result: null, triedAt: null, triedById: null } : { result: 'noAnswer' as const };
    const mine = { claimedById: actor.staffMemberId, claimedAt: toDate(now) };
    await writeCallback(scope, id, { ...before, ...mine, tries, restsUntilAt: null, settledAt: null });
    await tell(scope, actor, callback, 'callback.untried', now);
    return succeed('changed');
  });
}

async function change(
  clock: Clock,
  actor: StaffActor,
  id: CallbackId,
  type: string,
  decide: (callback: Callback, now: EpochMilliseconds) => Result<CallbackChange, ChangeFailure>,
): Promise<Changed> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const callback = await takeOwn(scope, actor, id);
    if (callback === null) return fail({ code: 'notFound' });
    if (callback.isSettled) return fail({ code: 'settled' });
    const now = epochMilliseconds(clock.now());
    const decided = decide(callback, now);
    if (!decided.ok) return decided;
    await writeCallback(scope, id, decided.value);
    await tell(scope, actor, callback, type, now);
    return succeed('changed');
  });
}

async function takeOwn(
  scope: OrganisationScope,
  actor: StaffActor,
  id: CallbackId,
): Promise<Callback | null> {
  const { seat } = actor;
  if (seat === null || !mayWorkForTeam(actor, seat.teamId)) return null;
  const callback = await takeCallback(scope, id);
  return callback?.teamId === seat.teamId ? callback : null;
}

function isFreeFor(actor: StaffActor, { claimedBy }: Callback): boolean {
  return claimedBy === null || claimedBy.id === actor.staffMemberId;
}

function claimedFailure({ claimedBy }: Callback): Result<never, ChangeFailure> {
  return fail({ code: 'claimed', clerkName: claimedBy?.name ?? '' });
}

function tell(
  scope: OrganisationScope,
  actor: StaffActor,
  { id, teamId }: Callback,
  type: string,
  at: number,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`team:${teamId}`],
    type,
    actor: eventActorOf(actor),
    payload: { callbackId: id },
    at,
  });
}
