import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readRunningDay, type TeamDay } from '#db/running-day.ts';
import { delayMinutesOf, isTurnNear } from '#journey/expected-starts.ts';
import type { VisitId } from '#journey/ids.ts';
import type { CallView, VisitView } from '#journey/live-views.ts';
import {
  type LinkStage,
  linkStageAt,
  waitingRoomClosesMinutesAfter,
  waitingRoomOpensMinutesBefore,
} from '#journey/stages.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { MINUTE_MILLISECONDS, wholeMinute } from '#journey/time.ts';
import { reckonDay } from './reckoned-day.ts';
import { readVisit, type VisitRow } from './visit-view.data.ts';

/** From this place on, a citizen's page connects to the video room in advance. */
const nearFrontPlaces = 2;
const phoneEndingDigits = 3;
/** So long before its start an appointment's page tells how the day runs. */
const expectedAheadMinutes = 180;

export type LoadedVisit = {
  readonly view: VisitView;
  /** Epoch milliseconds at which the view changes by time alone; null when it does not. */
  readonly refreshAt: number | null;
  /** Whether this page's connection counts as being in the waiting room, and whether that is written down. */
  readonly attends: boolean;
  readonly arrived: boolean;
  /** Of the team's day as the view tells it; null when it tells nothing of it. */
  readonly dayMark: string | null;
};

/**
 * What the page of a visit shows now; null when there is no such visit, or another device took over.
 * @param now epoch milliseconds
 */
export async function loadVisitView(
  scope: OrganisationScope,
  visitId: VisitId,
  now: number,
): Promise<LoadedVisit | null> {
  const row = await readVisit(scope, visitId);
  if (row === null || row.yielded) return null;
  const stage = stageOfVisit(row, now);
  const isAwaited = stage === 'wait' || (stage === 'prepare' && isNear(row, now));
  const day = isAwaited ? await readRunningDay(scope, row.teamId, now) : null;
  return {
    view: toVisitView(row, stage, day, now),
    refreshAt: soonest(nextChangeOf(row, stage, now), row.match?.until ?? null, now),
    // Nobody is let in to a conversation on the telephone.
    attends: isHere(stage) && (row.admitted || !isByPhone(row, stage)),
    arrived: row.arrivedAt !== null,
    dayMark: day && reckonDay(day, now).mark,
  };
}

/** Whether the turn of this visit is so close that its page may connect to the room in advance. */
export async function isNearFront(scope: OrganisationScope, visitId: VisitId, now: number): Promise<boolean> {
  const loaded = await loadVisitView(scope, visitId, now);
  return loaded?.view.waiting?.nearFront ?? false;
}

/** What the link of a visit opens at a moment in epoch milliseconds. */
export function stageOfVisit(row: VisitRow, now: number): LinkStage {
  const { state, startAt, endAt, conversationState, channel, isWalkIn } = row;
  const sentBackAt = row.sentBackAt?.getTime() ?? null;
  const times = { state, channel, startAt: startAt.getTime(), endAt: endAt.getTime(), sentBackAt, isWalkIn };
  return linkStageAt(times, conversationState, now);
}

/** Whether a page of this stage counts as being there. */
function isHere(stage: LinkStage): boolean {
  return stage === 'wait' || stage === 'call';
}

function isByPhone({ conversationChannel }: VisitRow, stage: LinkStage): boolean {
  return stage === 'call' && conversationChannel === 'phone';
}

/** Near enough for the day as it runs to say something about it. */
function isNear({ startAt }: VisitRow, now: number): boolean {
  return startAt.getTime() > now && startAt.getTime() - now <= expectedAheadMinutes * MINUTE_MILLISECONDS;
}

/** Of two moments the first that is still to come; null when neither is. */
function soonest(one: number | null, other: number | null, now: number): number | null {
  const coming = [one, other].filter((at) => at !== null && at > now) as number[];
  return coming.length === 0 ? null : Math.min(...coming);
}

function toVisitView(row: VisitRow, stage: LinkStage, day: TeamDay | null, now: number): VisitView {
  const room = stage === 'wait' ? day : null;
  const waiting = room === null ? null : waitingOf(row, room, now);
  return {
    serverNow: now,
    stage,
    version: row.version,
    role: row.role,
    waiting: waiting && { ...waiting, expectedAt: inMinutes(waiting.expectedAt) },
    sentBack: waiting === null ? null : sentBackOf(row),
    words: waiting !== null && row.role === 'citizen' ? row.words : [],
    turnText: waiting === null ? null : turnTextOf(row, waiting, now),
    expected: day === null || room !== null ? null : expectedOf(row, day, now),
    clerkName: row.clerkName ?? (room?.clerkNames.length === 1 ? (room.clerkNames[0] as string) : null),
    ownName: row.admitted && isHere(stage) ? row.visitorName : null,
    call: callOf(row, stage),
    companionRole: row.companionRole,
    people: peopleOf(row, stage),
    forward: stage === 'call' && row.admitted ? row.forward : null,
    asksScreen: stage === 'call' && row.isAskedForScreen,
    asksStill: stage === 'call' && row.admitted ? row.asksStill : null,
    conduct: conductOf(row, stage),
    matchNumber: row.match !== null && row.match.until > now ? row.match.number : null,
    requests: stage === 'prepare' || isHere(stage) ? row.requests : [],
    byPhone: isByPhone(row, stage),
    inWriting: isHere(stage) && (row.conversationChannel ?? row.channel) === 'chat',
    phoneEnding: stage === 'call' ? phoneEndingOf(row) : null,
    survey: stage === 'ended' && row.role === 'citizen' ? row.surveyState : null,
  };
}

/** Somebody whose own page is not connected yet is counted as if they came in this moment. */
function waitingOf(row: VisitRow, day: TeamDay, now: number): VisitView['waiting'] {
  const isCounted = day.coming.some(({ id, arrivedAt }) => id === row.appointmentId && arrivedAt !== null);
  const { starts, places } = reckonDay(isCounted ? day : withArrival(day, row, now), now);
  const place = places.get(row.appointmentId) ?? 0;
  const expectedAt = starts.get(row.appointmentId) ?? null;
  return {
    place: row.role === 'citizen' ? place : null,
    expectedAt,
    isPaused: expectedAt === null && day.seatsPaused.length > 0,
    delayMinutes: expectedAt === null ? 0 : delayMinutesOf(expectedAt, promisedAt(row, now)),
    nearFront: place <= nearFrontPlaces,
  };
}

function withArrival(day: TeamDay, { appointmentId }: VisitRow, now: number): TeamDay {
  const coming = day.coming.map((each) =>
    each.id === appointmentId ? { ...each, arrivedAt: each.arrivedAt ?? now } : each,
  );
  return { ...day, coming };
}

/** From when on the counter keeps somebody waiting: whoever comes late is not kept waiting for what came before. */
function promisedAt({ startAt, conversationStartedAt, sentBackAt }: VisitRow, now: number): number {
  // Who was called already was helped in time.
  if (sentBackAt !== null) return now;
  return Math.max(startAt.getTime(), conversationStartedAt?.getTime() ?? now);
}

function sentBackOf(row: VisitRow): VisitView['sentBack'] {
  const { role, sentBackReason: reason, sentBackRemark: remark } = row;
  if (role !== 'citizen' || reason === null) return null;
  return { reason, remark, isFirst: row.sentBackBehind !== true };
}

const shownDigits = 2;

function turnTextOf(
  { role, phone, turnTextPhone, isTurnTold }: VisitRow,
  { expectedAt }: NonNullable<VisitView['waiting']>,
  now: number,
): VisitView['turnText'] {
  if (role !== 'citizen') return null;
  const number = turnTextPhone ?? (phone !== null && canReceiveTexts(phone) ? phone : null);
  const phoneEnding = number?.slice(-shownDigits) ?? null;
  if (isTurnTold) return { state: 'told', phoneEnding };
  if (turnTextPhone !== null) return { state: 'asked', phoneEnding };
  return { state: isTurnNear(expectedAt, now) ? 'near' : 'offered', phoneEnding };
}

function expectedOf(row: VisitRow, day: TeamDay, now: number): VisitView['expected'] {
  const at = reckonDay(day, now).starts.get(row.appointmentId) ?? null;
  return at === null
    ? null
    : { at: wholeMinute(at), delayMinutes: delayMinutesOf(at, row.startAt.getTime()) };
}

/** As it is told: what moves on with each second would be news for everybody each second. */
function inMinutes(expectedAt: number | null): number | null {
  return expectedAt === null ? null : wholeMinute(expectedAt);
}

/** Names are for who is inside. Before that the citizen sees who came along, as they asked them to. */
function peopleOf(
  { admitted, role, visitId, participants }: VisitRow,
  stage: LinkStage,
): VisitView['people'] {
  if (!isHere(stage) || (!admitted && role !== 'citizen')) return [];
  const others = participants.filter((person) => person.visitId !== visitId);
  return others.flatMap(({ id, visitId: _, isPresent, ...person }) => {
    const isSeen = person.isInside ? admitted || person.role === 'companion' : person.role === 'companion';
    const isThere = person.isInside || (isPresent && role === 'citizen');
    return isSeen && isThere ? [{ participantId: id, ...person }] : [];
  });
}

function callOf(row: VisitRow, stage: LinkStage): CallView | null {
  const { conversationId, participantId, roomName, admitted } = row;
  if (!isHere(stage)) return null;
  if (conversationId === null || participantId === null || roomName === null) return null;
  return { conversationId, participantId, roomName, admitted };
}

function conductOf(row: VisitRow, stage: LinkStage): VisitView['conduct'] {
  const isInside = stage === 'call' && row.admitted;
  return {
    warning: isInside && !row.isWarningRead ? row.warnedFor : null,
    pictureStopped: isInside ? row.pictureStoppedFor : null,
    ended: stage === 'ended' ? row.endedFor : null,
  };
}

/** Enough to know one's own number by, and no more: a screen may be seen by others. */
function phoneEndingOf({ admitted, role, phone }: VisitRow): string | null {
  return admitted && role === 'citizen' && phone !== null ? phone.slice(-phoneEndingDigits) : null;
}

function nextChangeOf(row: VisitRow, stage: LinkStage, now: number): number | null {
  const { startAt, endAt, sentBackAt } = row;
  if (stage !== 'prepare' && stage !== 'wait') return null;
  const start = startAt.getTime();
  const opensAt = start - waitingRoomOpensMinutesBefore * MINUTE_MILLISECONDS;
  const closesFrom = Math.max(endAt.getTime(), sentBackAt?.getTime() ?? 0);
  const closesAt = closesFrom + waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS;
  const minutesPassed = Math.floor((now - start) / MINUTE_MILLISECONDS);
  const tellsFrom = start - expectedAheadMinutes * MINUTE_MILLISECONDS;
  const nextMinuteAt = now >= tellsFrom ? start + (minutesPassed + 1) * MINUTE_MILLISECONDS : tellsFrom;
  return Math.min(...[opensAt, nextMinuteAt, closesAt].filter((at) => at > now));
}
