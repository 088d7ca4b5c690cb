import { expect, test } from 'vitest';
import type { StaffMemberId } from '#journey/ids.ts';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { alertKinds } from '../alert-kinds.ts';
import { newAlerts, signsOf } from './alert-signs.ts';

const minute = 60_000;
const me = 'me' as StaffMemberId;
const nothing = { entries: [], calls: [], threads: [], forwarded: [], current: null };
const view = (over: object): SeatView => ({ ...nothing, ...over }) as unknown as SeatView;
const entry = (over: Partial<SeatEntry>) =>
  ({ appointmentId: 'a', state: 'expected', startAt: 0, presentSince: null, ...over }) as SeatEntry;
/** What is told when one view follows another. */
const told = (before: object, after: object, [from, until] = [0, 0]) =>
  newAlerts(signsOf(view(before), me, from), signsOf(view(after), me, until), alertKinds);

test('somebody who comes is told once, not when they only reconnect or when a conversation ends', () => {
  const expected = { entries: [entry({})] };
  const waiting = { entries: [entry({ state: 'waiting', presentSince: 0 })] };
  const away = { entries: [entry({ state: 'away' })] };
  expect(told(expected, waiting)).toEqual(['arrival']);
  expect(told({}, waiting)).toEqual(['arrival']);
  expect(told(waiting, away)).toEqual([]);
  expect(told(away, waiting)).toEqual([]);
  expect(told({ entries: [entry({ state: 'admitted' })] }, waiting)).toEqual([]);
  expect(told(expected, away)).toEqual([]);
});

test('somebody waits long ten minutes after they came and after the agreed time, by the clock alone', () => {
  const waiting = { entries: [entry({ state: 'waiting', startAt: 5 * minute, presentSince: 0 })] };
  expect(told(waiting, waiting, [0, 15 * minute - 1])).toEqual([]);
  expect(told(waiting, waiting, [0, 15 * minute])).toEqual(['longWait']);
  expect(told(waiting, waiting, [15 * minute, 20 * minute])).toEqual([]);
});

test('calls and messages are told unless a colleague has them in hand', () => {
  const mine = { id: me, name: 'Mieke' };
  const theirs = { id: 'jonas', name: 'Jonas' };
  const callback = { kind: 'callback', id: 'c', untilAt: 1, isDue: true, claimedBy: null };
  expect(told({ calls: [{ ...callback, isDue: false }] }, { calls: [callback] })).toEqual(['callbackDue']);
  expect(told({}, { calls: [{ ...callback, claimedBy: mine }] })).toEqual(['callbackDue']);
  expect(told({}, { calls: [{ ...callback, claimedBy: theirs }] })).toEqual([]);
  expect(told({}, { calls: [{ kind: 'unreached', id: 'u' }] })).toEqual(['toCall']);
  const thread = { conversationId: 't', isUnanswered: true, clerk: null, lastAt: 1 };
  expect(told({ threads: [thread] }, { threads: [{ ...thread, lastAt: 2 }] })).toEqual(['message']);
  expect(told({ threads: [thread] }, { threads: [{ ...thread, isUnanswered: false, lastAt: 2 }] })).toEqual(
    [],
  );
  expect(told({}, { threads: [{ ...thread, clerk: theirs }] })).toEqual([]);
});

test('a conversation that a colleague passes on is told once', () => {
  const passedOn = { forwarded: [{ id: 'f' }] };
  expect(told({}, passedOn)).toEqual(['forwarded']);
  expect(told(passedOn, passedOn)).toEqual([]);
});

test('somebody who drops out of the own conversation is told each time, before anything else', () => {
  const talk = (present: boolean) => ({ current: { people: [{ participantId: 'p', present }] } });
  expect(told(talk(true), talk(false))).toEqual(['callTrouble']);
  expect(told(talk(false), talk(false))).toEqual([]);
  expect(told(talk(false), talk(true))).toEqual([]);
  const both = { ...talk(false), entries: [entry({ state: 'waiting', presentSince: 0 })] };
  expect(told(talk(true), both)).toEqual(['callTrouble', 'arrival']);
});
