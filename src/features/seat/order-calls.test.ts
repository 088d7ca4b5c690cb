import { expect, test } from 'vitest';
import type { SeatCall, SeatCallback } from '#journey/live-views.ts';
import { isLater, orderCalls } from './order-calls.ts';

const hour = 3_600_000;

function callback(id: string, over: Partial<SeatCallback>): SeatCallback {
  return {
    kind: 'callback',
    id: id as SeatCallback['id'],
    name: null,
    phone: { text: '0470 12 34 56', number: '+32470123456' },
    service: { nl: 'Reispas', fr: 'Passeport', en: 'Passport', de: 'Reisepass' },
    question: null,
    language: 'nl',
    phrases: ['klaver brug'],
    fromAt: 0,
    untilAt: hour,
    isDue: true,
    claimedBy: null,
    tries: 0,
    triedAt: null,
    ...over,
  };
}

function unreached(id: string, over: Partial<SeatCall>): SeatCall {
  return {
    kind: 'unreached',
    id: id as SeatCall['id'],
    appointmentId: 'appointment' as SeatCall['appointmentId'],
    citizenName: 'An Peeters',
    startAt: 2 * hour,
    services: [],
    language: 'nl',
    isWrongNumber: false,
    reference: 'ABCD-EFGH' as SeatCall['reference'],
    phone: null,
    email: null,
    phraseWords: ['appel', 'boom'],
    reason: 'unread',
    tries: 0,
    triedAt: null,
    ...over,
  };
}

test('who asked to be called and who is not reached stand in one list, the most urgent first', () => {
  const calls = [
    callback('later', { isDue: false, untilAt: hour / 2 }),
    unreached('tried', { tries: 1, startAt: hour }),
    unreached('tomorrow', { startAt: 20 * hour }),
    callback('afternoon', { untilAt: 5 * hour }),
    unreached('soon', { startAt: 2 * hour }),
    callback('morning', {}),
  ];
  const ordered = orderCalls(calls);
  expect(ordered.map(({ id }) => id)).toEqual(['morning', 'soon', 'afternoon', 'tomorrow', 'tried', 'later']);
  expect(ordered.filter(isLater).map(({ id }) => id)).toEqual(['later']);
});
