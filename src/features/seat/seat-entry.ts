import { expectStarts, orderTurns, type RunningDay } from '#journey/expected-starts.ts';
import type {
  AppointmentId,
  AppointmentReference,
  ConversationId,
  ParticipantId,
  SeatId,
  StaffMemberId,
  VisitId,
} from '#journey/ids.ts';
import type { SeatEntry, SeatEntryState } from '#journey/live-views.ts';
import { markMessages } from '#journey/message-mark.ts';
import { linkStageAt } from '#journey/stages.ts';
import { wholeMinute } from '#journey/time.ts';
import type { QueueParticipant, QueueRow } from './queue.data.ts';

/** What the team's day as it runs says of those who still have to come. */
export type Turns = {
  /** When each is expected to be helped. */
  readonly expected: ReadonlyMap<string, number | null>;
  /** Who is there, in the order of turns. */
  readonly order: readonly string[];
};

const reckoned = new WeakMap<RunningDay, Turns>();

/** A day that many look at together is reckoned once. */
export function readTurns(day: RunningDay, now: number): Turns {
  const turns = reckoned.get(day) ?? {
    expected: expectStarts(day, now),
    order: orderTurns(day.coming).map(({ id }) => id),
  };
  reckoned.set(day, turns);
  return turns;
}

export function toEntry(row: QueueRow, turns: Turns, now: number): SeatEntry {
  const citizen = presentCitizen(row);
  const expectedAt = turns.expected.get(row.id) ?? null;
  return {
    appointmentId: row.id as AppointmentId,
    reference: row.reference as AppointmentReference,
    startAt: row.startAt.getTime(),
    endAt: row.endAt.getTime(),
    channel: row.channel,
    citizenName: row.citizenName,
    language: row.language,
    services: row.services,
    seatId: row.seatId as SeatId | null,
    state: stateOf(row, citizen !== undefined, now),
    presentSince: citizen?.arrivedAt ?? null,
    awaySince: citizen === undefined ? departureOf(row) : null,
    conversationId: row.conversationId as ConversationId | null,
    clerk:
      row.clerkId === null || row.clerkName === null
        ? null
        : { id: row.clerkId as StaffMemberId, name: row.clerkName },
    admittedAt: row.admittedAt?.getTime() ?? null,
    deviceTest: row.deviceTest,
    preparation: row.preparation,
    messages: markMessages(row.messages, now),
    saidComing: row.saidComing,
    word: row.word,
    waitsByText: row.turnText,
    version: row.version,
    expectedAt: expectedAt === null ? null : wholeMinute(expectedAt),
    turn: turns.order.includes(row.id) ? turns.order.indexOf(row.id) + 1 : null,
    sentBack:
      row.sentBackAt === null || row.sentBackReason === null
        ? null
        : { at: row.sentBackAt.getTime(), reason: row.sentBackReason },
    atTheDoor: atTheDoor(row),
  };
}

function presentCitizen(row: QueueRow): QueueParticipant | undefined {
  return row.participants.find(
    ({ role, yielded, arrivedAt }) => role === 'citizen' && !yielded && arrivedAt !== null,
  );
}

function departureOf(row: QueueRow): number | null {
  const departures = row.participants.flatMap(({ role, yielded, departedAt }) =>
    role === 'citizen' && !yielded && departedAt !== null ? [departedAt] : [],
  );
  return departures.length === 0 ? null : Math.max(...departures);
}

function stateOf(row: QueueRow, present: boolean, now: number): SeatEntryState {
  const { state, channel, startAt, endAt } = row;
  const sentBackAt = row.sentBackAt?.getTime() ?? null;
  const times = {
    state,
    channel,
    startAt: startAt.getTime(),
    endAt: endAt.getTime(),
    sentBackAt,
    isWalkIn: row.seatId === null,
  };
  const stage = linkStageAt(times, row.conversationState, now);
  if (stage === 'call') return 'admitted';
  // Somebody has to say still what became of it.
  if (stage === 'past') return 'expected';
  if (stage !== 'prepare' && stage !== 'wait') return stage;
  if (row.conversationState === null) return 'expected';
  return present ? 'waiting' : 'away';
}

/** Who asks to come in: companions always; a citizen only where the conversation runs already, from another device. */
function atTheDoor(row: QueueRow): SeatEntry['atTheDoor'] {
  if (row.conversationState !== 'waiting' && row.conversationState !== 'admitted') return [];
  return row.participants.flatMap(({ id, visitId, role, state, yielded, arrivedAt, ...person }) => {
    if (role === 'clerk' || state !== 'waiting' || yielded || arrivedAt === null || visitId === null)
      return [];
    if (role === 'citizen' && row.conversationState === 'waiting') return [];
    return [
      {
        participantId: id as ParticipantId,
        visitId: visitId as VisitId,
        role,
        name: person.companionName ?? row.citizenName,
        companionRole: person.companionRole,
      },
    ];
  });
}
