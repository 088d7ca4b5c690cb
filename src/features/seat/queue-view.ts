import { shareInLook } from '#db/look.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { readRunningDay } from '#db/running-day.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, ParticipantId, RoomName, StaffMemberId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type {
  SeatColleague,
  SeatEntryState,
  SeatThread,
  SeatView,
  SentForward,
} from '#journey/live-views.ts';
import { localDateAt, periodOfDates } from '#journey/local-time.ts';
import { waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { epochMilliseconds, type Interval, MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { readSeated } from './availability.data.ts';
import { readCallbacks } from './callbacks.data.ts';
import { readCalls } from './calls.data.ts';
import { forwardsTo, readSentForward, readTeamForwards } from './forwards.data.ts';
import { orderCalls } from './order-calls.ts';
import { questionsOf, readTeamQuestions } from './questions.data.ts';
import {
  type QueueRow,
  readHelpedRow,
  readOwnRow,
  readQueue,
  readTeamName,
  readUnclosed,
} from './queue.data.ts';
import { readTurns, type Turns, toEntry } from './seat-entry.ts';
import { readThreads } from './threads.data.ts';
import { type Workplace, workplaceOf } from './workplace.ts';

/** At least this often the view is loaded, and so its reader authorised, though nothing happened. */
const recheckMilliseconds = 15_000;

export type LoadedQueue = {
  readonly view: SeatView;
  /** Epoch milliseconds at which the view changes by time alone, or must be authorised again. */
  readonly refreshAt: number;
};

/**
 * The clerk's screen as of now; null when the actor has no workplace.
 * @param timeZone of the organisation: its calendar decides what "today" is
 * @param now epoch milliseconds
 */
export async function loadQueue(
  scope: OrganisationScope,
  actor: StaffActor,
  timeZone: string,
  now: number,
): Promise<LoadedQueue | null> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return null;
  const today = localDateAt(epochMilliseconds(now), timeZone);
  const day = periodOfDates(today, today, timeZone);
  const clerkId = actor.staffMemberId;
  const { teamId } = workplace;
  const question = { teamId, day, now };
  // What every clerk of the team sees alike is read once for all who look.
  const share = <Value>(what: string, read: () => Promise<Value>) =>
    shareInLook(scope, `${what}/${teamId}`, read);
  const rows = withOwn(
    await share('queue', () => readQueue(scope, question)),
    (await readOwnRow(scope, { teamId, clerkId, now })) ?? (await readHelpedRow(scope, clerkId, now)),
  );
  const name = await share('teamName', () => readTeamName(scope, teamId));
  if (name === null) return null;
  const seated = await share('seated', () => readSeated(scope, teamId, now));
  const turns = readTurns(await readRunningDay(scope, teamId, now), now);
  const unreached = await share('calls', () => readCalls(scope, teamId, now));
  const callbacks = await share('callbacks', () => readCallbacks(scope, teamId, now));
  const calls = orderCalls([...unreached, ...callbacks]);
  const threads = await share('threads', () => readThreads(scope, teamId));
  const unclosed = await share('unclosed', () => readUnclosed(scope, question));
  const forwarded = forwardsTo(clerkId, await share('forwards', () => readTeamForwards(scope, teamId)));
  const questions = questionsOf(clerkId, await share('questions', () => readTeamQuestions(scope, teamId)), {
    teamId,
    now,
  });
  const speaking = rows.find((row) => isWith(row, clerkId))?.conversationId ?? null;
  const forward =
    speaking === null
      ? null
      : await shareInLook(scope, `forward/${speaking}`, () =>
          readSentForward(scope, speaking as ConversationId),
        );
  return {
    view: toSeatView(rows, clerkId, {
      workplace,
      name,
      day,
      turns,
      calls,
      threads,
      unclosed,
      seated,
      forwarded,
      questions,
      forward,
      now,
    }),
    refreshAt: refreshAtOf(rows, day, now),
  };
}

/** The clerk's own conversation is always there, of whatever day. */
function withOwn(rows: readonly QueueRow[], own: QueueRow | null): readonly QueueRow[] {
  return own === null || rows.some(({ id }) => id === own.id) ? rows : [own, ...rows];
}

/** The clerk's screen as of now, for the page; null without a workplace. */
export async function readSeatView(
  clock: Clock,
  actor: StaffActor,
  timeZone: string,
): Promise<SeatView | null> {
  const loaded = await withOrganisation(actor.organisationId, (scope) =>
    loadQueue(scope, actor, timeZone, clock.now()),
  );
  return loaded?.view ?? null;
}

type Frame = {
  readonly workplace: Workplace;
  readonly name: LocalizedText;
  readonly day: Interval;
  readonly turns: Turns;
  readonly calls: SeatView['calls'];
  readonly threads: readonly SeatThread[];
  readonly unclosed: readonly QueueRow[];
  readonly seated: readonly SeatColleague[];
  readonly forwarded: SeatView['forwarded'];
  readonly questions: SeatView['questions'];
  /** Of the conversation that the clerk is in. */
  readonly forward: SentForward | null;
  readonly now: number;
};

/** Puts the rows of the day in the form that the screen knows. */
export function toSeatView(rows: readonly QueueRow[], clerkId: StaffMemberId, frame: Frame): SeatView {
  const { workplace, name, day, calls, threads, seated, now } = frame;
  const { entries, unclosed } = inLists(rows, frame);
  const own = rows.find((row) => isWith(row, clerkId));
  const isOwnSeat = ({ seatId }: SeatColleague) => seatId === workplace.seatId;
  return {
    serverNow: now,
    team: { id: workplace.teamId, name },
    day: { startAt: day.startAt, endAt: day.endAt },
    availability: seated.find(isOwnSeat)?.availability ?? { state: 'open' },
    colleagues: seated.filter((each) => !isOwnSeat(each)),
    entries,
    unclosed,
    calls,
    threads,
    forwarded: frame.forwarded,
    questions: frame.questions,
    current: own === undefined ? null : toCurrent(own, clerkId, frame.forward),
  };
}

type Lists = Pick<SeatView, 'entries' | 'unclosed'>;
const listed = new WeakMap<readonly QueueRow[], Lists>();

/** What every clerk of the team sees alike is made once for all who look: of the same rows, the same lists. */
function inLists(rows: readonly QueueRow[], { day, turns, unclosed, now }: Frame): Lists {
  const known = listed.get(rows);
  if (known !== undefined) return known;
  const lists = {
    entries: rows.flatMap((row) => {
      const entry = toEntry(row, turns, now);
      return isOfDay(row, day) || !isOver(entry.state) ? [entry] : [];
    }),
    unclosed: unclosed.map((row) => toEntry(row, turns, now)),
  };
  listed.set(rows, lists);
  return lists;
}

/** Whether the clerk speaks in this conversation: it is theirs, or a colleague's that they joined. */
function isWith(row: QueueRow, clerkId: StaffMemberId): boolean {
  if (row.conversationState !== 'admitted') return false;
  return row.clerkId === clerkId || row.helperId === clerkId;
}

function isOfDay(row: QueueRow, day: Interval): boolean {
  return row.startAt.getTime() >= day.startAt && row.startAt.getTime() < day.endAt;
}

function isOver(state: SeatEntryState): boolean {
  return state === 'ended' || state === 'missed' || state === 'cancelled';
}

function toCurrent(row: QueueRow, clerkId: StaffMemberId, forward: SentForward | null): SeatView['current'] {
  const self = row.participants.find(({ staffMemberId }) => staffMemberId === clerkId);
  if (self === undefined) return null;
  return {
    appointmentId: row.id as AppointmentId,
    conversationId: row.conversationId as ConversationId,
    participantId: self.id as ParticipantId,
    roomName: row.roomName as RoomName,
    admitted: self.state === 'admitted',
    isOwn: row.clerkId === clerkId,
    forward,
    byPhone: row.conversationChannel === 'phone',
    inWriting: row.conversationChannel === 'chat',
    people: row.participants.flatMap(
      ({ id, role, state, arrivedAt, companionName, companionRole, screenAsk, ...conduct }) =>
        role === 'clerk' || state !== 'admitted'
          ? []
          : [
              {
                participantId: id as ParticipantId,
                role,
                name: companionName ?? row.citizenName,
                companionRole,
                present: arrivedAt !== null,
                screenAsk,
                warning: conduct.warnedFor === null ? null : conduct.isWarningRead ? 'read' : 'shown',
                isPictureStopped: conduct.pictureStoppedFor !== null,
                still: conduct.still,
              },
            ],
    ),
  };
}

/**
 * The first moment at which something changes without an event: a waiting room closes, the day turns. That a node died is told by the
 * events of who was there (`live/presence.ts`).
 */
function refreshAtOf(rows: readonly QueueRow[], day: Interval, now: number): number {
  const closings = rows.map(
    (row) => row.endAt.getTime() + waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS,
  );
  const changes = [...closings, day.endAt, now + recheckMilliseconds];
  return Math.min(...changes.filter((at) => at > now));
}
