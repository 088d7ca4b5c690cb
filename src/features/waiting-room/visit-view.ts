import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { VisitId } from '#journey/ids.ts';
import type { CallView, VisitView } from '#journey/live-views.ts';
import {
  type LinkStage,
  linkStageAt,
  waitingRoomClosesMinutesAfter,
  waitingRoomOpensMinutesBefore,
} from '#journey/stages.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import { delayMinutesOf, expectTimes } from './expected-times.ts';
import { readVisit, readWaitingRoom, type VisitRow, type WaitingRoom } from './visit-view.data.ts';

/** From this place on, a citizen's page connects to the video room in advance. */
const nearFrontPlaces = 2;

export type LoadedVisit = {
  readonly view: VisitView;
  /** Epoch milliseconds at which the view changes by time alone; null when it does not. */
  readonly refreshAt: number | null;
  /** Whether this page's connection counts as being in the waiting room, and whether that is written down. */
  readonly attends: boolean;
  readonly arrived: boolean;
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
  const stage = stageOf(row, now);
  const room =
    stage === 'wait'
      ? await readWaitingRoom(
          scope,
          row.teamId,
          now - waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS,
          now,
        )
      : null;
  return {
    view: toVisitView(row, stage, room, now),
    refreshAt: nextChangeOf(row, stage, now),
    attends: isHere(stage),
    arrived: row.arrivedAt !== null,
  };
}

/** Whether the turn of this visit is so close that its page may connect to the room in advance. */
export async function isNearFront(scope: OrganisationScope, visitId: VisitId, now: number): Promise<boolean> {
  const loaded = await loadVisitView(scope, visitId, now);
  return loaded?.view.waiting?.nearFront ?? false;
}

function stageOf({ state, startAt, endAt, conversationState, channel }: VisitRow, now: number): LinkStage {
  const times = { state, channel, startAt: startAt.getTime(), endAt: endAt.getTime() };
  return linkStageAt(times, conversationState, now);
}

/** Whether a page of this stage counts as being there. */
function isHere(stage: LinkStage): boolean {
  return stage === 'wait' || stage === 'call';
}

function toVisitView(row: VisitRow, stage: LinkStage, room: WaitingRoom | null, now: number): VisitView {
  return {
    serverNow: now,
    stage,
    version: row.version,
    role: row.role,
    waiting: room === null ? null : waitingOf(row, room, now),
    clerkName: row.clerkName ?? (room?.clerkNames.length === 1 ? (room.clerkNames[0] as string) : null),
    ownName: row.admitted && isHere(stage) ? row.visitorName : null,
    call: callOf(row, stage),
    survey: stage === 'ended' && row.role === 'citizen' ? row.surveyState : null,
  };
}

/** Somebody whose own page is not connected yet is counted as if they came in this moment. */
function waitingOf(row: VisitRow, room: WaitingRoom, now: number): VisitView['waiting'] {
  const own = {
    appointmentId: row.appointmentId,
    startAt: row.startAt.getTime(),
    endAt: row.endAt.getTime(),
    arrivedAt: now,
  };
  const isIn = room.present.some(({ appointmentId }) => appointmentId === own.appointmentId);
  const queue = [...room.present, ...(isIn ? [] : [own])]
    .sort(
      (a, b) =>
        a.startAt - b.startAt || a.arrivedAt - b.arrivedAt || (a.appointmentId < b.appointmentId ? -1 : 1),
    )
    .map((entry) => ({ ...entry, id: entry.appointmentId, durationMinutes: minutesOf(entry) }));
  const running = room.running.map((conversation) => ({
    ...conversation,
    durationMinutes: minutesOf(conversation),
  }));
  const place = queue.findIndex(({ id }) => id === own.appointmentId) + 1;
  const expected = expectTimes(queue, running, room.clerkNames.length, now);
  const expectedAt = expected.get(own.appointmentId) ?? null;
  return {
    place: row.role === 'citizen' ? place : null,
    expectedAt,
    delayMinutes: expectedAt === null ? 0 : delayMinutesOf(expectedAt, own.startAt),
    nearFront: place <= nearFrontPlaces,
  };
}

function minutesOf({ startAt, endAt }: { readonly startAt: number; readonly endAt: number }): number {
  return (endAt - startAt) / MINUTE_MILLISECONDS;
}

function callOf(row: VisitRow, stage: LinkStage): CallView | null {
  const { conversationId, participantId, roomName, admitted } = row;
  if (!isHere(stage)) return null;
  if (conversationId === null || participantId === null || roomName === null) return null;
  return { conversationId, participantId, roomName, admitted };
}

function nextChangeOf({ startAt, endAt }: VisitRow, stage: LinkStage, now: number): number | null {
  if (stage !== 'prepare' && stage !== 'wait') return null;
  const start = startAt.getTime();
  const opensAt = start - waitingRoomOpensMinutesBefore * MINUTE_MILLISECONDS;
  const closesAt = endAt.getTime() + waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS;
  const minutesPassed = Math.floor((now - start) / MINUTE_MILLISECONDS);
  const nextMinuteAt = stage === 'wait' ? start + (minutesPassed + 1) * MINUTE_MILLISECONDS : closesAt;
  return Math.min(...[opensAt, nextMinuteAt, closesAt].filter((at) => at > now));
}
