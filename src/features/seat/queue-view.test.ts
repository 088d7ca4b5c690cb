import { describe, expect, test } from 'vitest';
import type { SeatId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { QueueParticipant, QueueRow } from './queue.data.ts';
import { toSeatView } from './queue-view.ts';

const minutes = (count: number) => count * 60_000;
const midnight = Date.UTC(2026, 10, 23, 23, 0); // Tuesday 24 November 2026, 0.00 in Brussels
const at = (hour: number, minute = 0) => midnight + minutes(hour * 60 + minute);
const me = 'mieke' as StaffMemberId;
const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

const row = (over: Partial<QueueRow> = {}): QueueRow => ({
  id: 'appointment',
  reference: '7K2M-QX4D',
  state: 'booked',
  startAt: new Date(at(10, 40)),
  endAt: new Date(at(10, 55)),
  channel: 'video',
  citizenName: 'Sofie Van Daele',
  language: 'nl',
  seatId: 'seat',
  services: [everywhere('Verhuizing')],
  deviceTest: null,
  preparation: null,
  messages: [],
  saidComing: false,
  word: null,
  turnText: null,
  version: 1,
  conversationId: null,
  conversationState: null,
  roomName: null,
  conversationChannel: null,
  admittedAt: null,
  sentBackAt: null,
  sentBackReason: null,
  clerkId: null,
  clerkName: null,
  helperId: null,
  participants: [],
  ...over,
});

const participant = (over: Partial<QueueParticipant> = {}): QueueParticipant => ({
  id: 'citizen',
  role: 'citizen',
  state: 'waiting',
  screenAsk: null,
  warnedFor: null,
  isWarningRead: false,
  pictureStoppedFor: null,
  still: null,
  visitId: 'visit',
  staffMemberId: null,
  companionName: null,
  companionRole: null,
  yielded: false,
  arrivedAt: at(10, 30),
  leaseExpiresAt: at(10, 41),
  departedAt: null,
  ...over,
});
const gone = { arrivedAt: null, leaseExpiresAt: null };

const waiting = (over: Partial<QueueRow> = {}): QueueRow =>
  row({
    conversationId: 'c',
    conversationState: 'waiting',
    roomName: 'r',
    participants: [participant()],
    ...over,
  });

const speaking = (over: Partial<QueueRow> = {}): QueueRow =>
  row({
    conversationId: 'c',
    conversationState: 'admitted',
    roomName: 'r',
    admittedAt: new Date(at(10, 40)),
    clerkId: me,
    clerkName: 'Mieke Verstraete',
    participants: [
      participant({ state: 'admitted' }),
      participant({
        id: 'clerk',
        role: 'clerk',
        state: 'admitted',
        visitId: null,
        staffMemberId: me,
        ...gone,
      }),
    ],
    ...over,
  });

function view(rows: readonly QueueRow[], now = at(10, 40)) {
  return toSeatView(rows, me, {
    workplace: { seatId: 'seat' as SeatId, teamId: 'team' as TeamId },
    name: everywhere('Burgerzaken'),
    day: { startAt: midnight, endAt: midnight + minutes(24 * 60) } as never,
    turns: { expected: new Map(), order: [] },
    calls: [],
    threads: [],
    unclosed: [],
    seated: [],
    forwarded: [],
    questions: [],
    forward: null,
    now,
  });
}
const entry = (only: QueueRow, now?: number) => view([only], now).entries[0];

describe('an appointment of the day', () => {
  test('is expected until somebody arrives, also past its start', () => {
    expect(entry(row())).toMatchObject({ state: 'expected', presentSince: null });
    expect(entry(row(), at(12))).toMatchObject({ state: 'expected' });
  });
  test('is missed two hours after its end', () => {
    expect(entry(row(), at(12, 55))).toMatchObject({ state: 'missed' });
    expect(entry(waiting(), at(12, 55))).toMatchObject({ state: 'missed' });
  });
  test.each(['phone', 'counter'] as const)('by %s, is nobody’s to miss but a person’s', (channel) => {
    const late = { channel, startAt: new Date(at(7)), endAt: new Date(at(7, 15)) };
    expect(entry(row(late))).toMatchObject({ state: 'expected' });
    expect(entry(row({ ...late, state: 'completed' }))).toMatchObject({ state: 'ended' });
    expect(entry(row({ ...late, state: 'missed' }))).toMatchObject({ state: 'missed' });
  });

  test('waits from the moment the citizen arrived, and is away while the connection is gone', () => {
    expect(entry(waiting())).toMatchObject({ state: 'waiting', presentSince: at(10, 30) });
    const participants = [participant({ ...gone, departedAt: at(10, 35) })];
    expect(entry(waiting({ participants }))).toMatchObject({
      state: 'away',
      presentSince: null,
      awaySince: at(10, 35),
    });
  });
  test('counts the device on which the citizen is now, not the one that yielded', () => {
    const participants = [participant({ id: 'old', yielded: true }), participant({ id: 'new', ...gone })];
    expect(entry(waiting({ participants }))).toMatchObject({ state: 'away' });
  });
  test('says who speaks with the citizen, and when it is over', () => {
    expect(entry(speaking())).toMatchObject({
      state: 'admitted',
      clerk: { id: me, name: 'Mieke Verstraete' },
      admittedAt: at(10, 40),
    });
    expect(entry(speaking({ conversationState: 'ended', state: 'completed' }))).toMatchObject({
      state: 'ended',
    });
    expect(entry(row({ state: 'cancelled' }))).toMatchObject({ state: 'cancelled' });
  });
});

describe('the door', () => {
  const companion = participant({
    id: 'an',
    role: 'companion',
    companionName: 'An Tolk',
    visitId: 'an-visit',
  });

  test('shows companions who are there, by their own name', () => {
    expect(entry(waiting({ participants: [participant(), companion] }))?.atTheDoor).toEqual([
      { participantId: 'an', visitId: 'an-visit', role: 'companion', name: 'An Tolk', companionRole: null },
    ]);
    expect(entry(waiting({ participants: [participant(), { ...companion, ...gone }] }))?.atTheDoor).toEqual(
      [],
    );
  });
  test('shows the citizen only when a conversation runs and another device asks to come in', () => {
    expect(entry(waiting())?.atTheDoor).toEqual([]);
    const phone = participant({ id: 'phone', visitId: 'phone-visit' });
    const atTheDoor = entry(speaking({ participants: [...speaking().participants, phone] }))?.atTheDoor;
    expect(atTheDoor).toMatchObject([{ participantId: 'phone', role: 'citizen', name: 'Sofie Van Daele' }]);
  });
  test('is closed when the conversation is over', () => {
    const ended = speaking({ conversationState: 'ended', participants: [companion] });
    expect(entry(ended)?.atTheDoor).toEqual([]);
  });
});

describe('the view', () => {
  test('shows the conversation that the clerk is in, with the guests inside', () => {
    const an = participant({ id: 'an', role: 'companion', companionName: 'An', state: 'admitted', ...gone });
    const inside = speaking().participants.map((each) => ({ ...each, screenAsk: 'declined' as const }));
    expect(view([speaking({ participants: [...inside, an] })]).current).toEqual({
      appointmentId: 'appointment',
      conversationId: 'c',
      participantId: 'clerk',
      roomName: 'r',
      admitted: true,
      isOwn: true,
      forward: null,
      byPhone: false,
      inWriting: false,
      people: [
        {
          participantId: 'citizen',
          role: 'citizen',
          name: 'Sofie Van Daele',
          companionRole: null,
          present: true,
          screenAsk: 'declined',
          warning: null,
          isPictureStopped: false,
          still: null,
        },
        {
          participantId: 'an',
          role: 'companion',
          name: 'An',
          companionRole: null,
          present: false,
          screenAsk: null,
          warning: null,
          isPictureStopped: false,
          still: null,
        },
      ],
    });
    expect(view([speaking({ clerkId: 'jonas' as StaffMemberId, clerkName: 'Jonas' })]).current).toBeNull();
  });
  test('keeps what still runs from the evening before, and forgets what is over', () => {
    const lateYesterday = {
      startAt: new Date(midnight - minutes(20)),
      endAt: new Date(midnight - minutes(5)),
    };
    const shown = view(
      [
        waiting({ id: 'waits', ...lateYesterday }),
        speaking({ id: 'speaks', ...lateYesterday }),
        row({ id: 'never came', ...lateYesterday, state: 'cancelled' }),
      ],
      at(0, 10),
    );
    expect(shown.entries.map(({ appointmentId }) => appointmentId)).toEqual(['waits', 'speaks']);
    expect(view([waiting({ ...lateYesterday })], at(3)).entries).toEqual([]);
  });
});
