import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompanionLinkId, RequestId } from '#journey/ids.ts';
import { reminderMoment } from '#journey/message-plan.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { nextAttemptAt, reasonToDiscard } from './delivery-rules.ts';

const timeZone = 'Europe/Brussels';
const startAt = epochMilliseconds(Date.parse('2026-11-24T09:40Z'));
const booked = {
  state: 'booked',
  channel: 'video',
  startAt,
  offer: null,
  toldStartAt: null,
  heardAt: null,
  textsStopped: false,
  turnText: null,
  isProposedOtherwise: false,
  companion: null,
  request: null,
  hasAnswer: false,
} as const;
const bookedAt = addMinutes(startAt, -3 * 24 * 60);
const confirmation = { kind: 'confirmation', plannedAt: bookedAt } as const;
const reminder = { kind: 'reminder', plannedAt: reminderMoment({ startAt, timeZone }) } as const;
const cancellation = { kind: 'cancellation', plannedAt: bookedAt } as const;

describe('at the moment of sending', () => {
  test('a message is wanted until the start', () => {
    const justBefore = epochMilliseconds(startAt - 1);
    for (const message of [confirmation, reminder]) {
      expect(reasonToDiscard(message, booked, timeZone, justBefore)).toBeNull();
      expect(reasonToDiscard(message, booked, timeZone, startAt)).toBe('tooLate');
    }
  });

  test('no text message of any kind goes to a number that wants none; mail does', () => {
    const stopped = { ...booked, textsStopped: true };
    const ask = (channel: 'email' | 'sms', message: typeof confirmation | typeof cancellation) =>
      reasonToDiscard({ ...message, channel }, stopped, timeZone, bookedAt);
    for (const message of [confirmation, cancellation]) {
      expect(ask('sms', message)).toBe('textsStopped');
      expect(ask('email', message)).toBeNull();
    }
  });

  test('only the notice itself is sent of a cancelled appointment, also after its start', () => {
    const cancelled = { ...booked, state: 'cancelled' } as const;
    expect(reasonToDiscard(confirmation, cancelled, timeZone, bookedAt)).toBe('appointmentCancelled');
    expect(reasonToDiscard(reminder, cancelled, timeZone, reminder.plannedAt)).toBe('appointmentCancelled');
    expect(reasonToDiscard(cancellation, cancelled, timeZone, addMinutes(startAt, 5))).toBeNull();
  });

  test('word that a turn is near goes while they wait for it, also past the agreed time, and for ten minutes', () => {
    const waits = { ...booked, turnText: { phone: '+32470123456', isStopped: false } };
    const message = { kind: 'turnNear', channel: 'sms', plannedAt: addMinutes(startAt, 20) } as const;
    const ask = (appointment: Parameters<typeof reasonToDiscard>[1], minutes: number) =>
      reasonToDiscard(message, appointment, timeZone, addMinutes(message.plannedAt, minutes));
    expect(ask(waits, 9)).toBeNull();
    expect(ask(waits, 10)).toBe('tooLate');
    expect(ask(booked, 0)).toBe('noLongerWaits');
    expect(ask({ ...waits, state: 'cancelled' }, 0)).toBe('appointmentCancelled');
    expect(ask({ ...waits, textsStopped: true }, 0)).toBe('textsStopped');
    expect(nextAttemptAt(message, waits, 1, message.plannedAt)).toBe(addMinutes(message.plannedAt, 1));
    expect(nextAttemptAt(message, waits, 4, addMinutes(message.plannedAt, 4))).toBeNull();
  });

  test('what a clerk says to who left goes to who still waits, for ten minutes', () => {
    const waits = { ...booked, turnText: { phone: '+32470123456', isStopped: false } };
    const message = { kind: 'waitingWord', channel: 'sms', plannedAt: addMinutes(startAt, 20) } as const;
    const ask = (appointment: Parameters<typeof reasonToDiscard>[1], minutes: number) =>
      reasonToDiscard(message, appointment, timeZone, addMinutes(message.plannedAt, minutes));
    expect(ask(waits, 9)).toBeNull();
    expect(ask(waits, 10)).toBe('tooLate');
    expect(ask(booked, 0)).toBe('noLongerWaits');
  });

  test('word of another channel goes while it is proposed, also to who waits already, and not an hour later', () => {
    const proposed = { ...booked, isProposedOtherwise: true };
    const message = { kind: 'otherChannel', channel: 'sms', plannedAt: addMinutes(startAt, 5) } as const;
    const ask = (appointment: Parameters<typeof reasonToDiscard>[1], minutes: number) =>
      reasonToDiscard(message, appointment, timeZone, addMinutes(startAt, minutes));
    expect(ask(proposed, 6)).toBeNull();
    expect(ask(booked, 6)).toBe('noLongerProposed');
    expect(ask(proposed, 60)).toBe('tooLate');
    expect(ask({ ...proposed, state: 'cancelled' }, 6)).toBe('appointmentCancelled');
  });

  test('the link to a request goes while that is open, also in the middle of the conversation', () => {
    const message = { kind: 'requestLink', channel: 'sms', plannedAt: addMinutes(startAt, 5) } as const;
    const ask = (appointment: Parameters<typeof reasonToDiscard>[1]) =>
      reasonToDiscard(message, appointment, timeZone, addMinutes(startAt, 30));
    const request = { id: 'request' as RequestId, isOpen: true, isByCode: false };
    expect(ask({ ...booked, request })).toBeNull();
    expect(ask({ ...booked, request: { ...request, isOpen: false } })).toBe('requestSettled');
    expect(ask({ ...booked, request, state: 'completed' })).toBe('tooLate');
    expect(nextAttemptAt(message, booked, 1, addMinutes(startAt, 30))).toBe(addMinutes(startAt, 31));
  });

  test('a third person gets their link as long as it opens something, also while the conversation runs', () => {
    const companion = { linkId: 'link' as CompanionLinkId, role: 'interpreter', invitedBy: null } as const;
    const message = { kind: 'companionLink', channel: 'email', plannedAt: addMinutes(startAt, 5) } as const;
    const ask = (appointment: Parameters<typeof reasonToDiscard>[1]) =>
      reasonToDiscard(message, appointment, timeZone, addMinutes(startAt, 30));
    const invited = { ...booked, companion: { ...companion, isGone: false } };
    expect(ask(invited)).toBeNull();
    expect(ask({ ...booked, companion: { ...companion, isGone: true } })).toBe('companionGone');
    expect(ask(booked)).toBe('companionGone');
    expect(ask({ ...invited, state: 'completed' })).toBe('tooLate');
    expect(nextAttemptAt(message, invited, 1, addMinutes(startAt, 30))).toBe(addMinutes(startAt, 31));
  });

  test('a third person is told what became of the video call, of whichever of the two holds by then', () => {
    const companion = {
      linkId: 'link' as CompanionLinkId,
      role: 'interpreter',
      invitedBy: null,
      isGone: false,
    } as const;
    const ask = (
      kind: 'companionMoved' | 'companionOff',
      appointment: Partial<Parameters<typeof reasonToDiscard>[1]>,
      minutes = -60,
    ) =>
      reasonToDiscard(
        { kind, channel: 'email', plannedAt: bookedAt, aboutStartAt: startAt },
        { ...booked, companion, ...appointment },
        timeZone,
        addMinutes(startAt, minutes),
      );
    expect(ask('companionMoved', {})).toBeNull();
    expect(ask('companionMoved', { channel: 'phone' })).toBe('companionGone');
    expect(ask('companionMoved', { state: 'cancelled' })).toBe('appointmentCancelled');
    expect(ask('companionMoved', {}, 0)).toBe('tooLate');
    expect(ask('companionOff', { state: 'cancelled' })).toBeNull();
    expect(ask('companionOff', { channel: 'counter' })).toBeNull();
    expect(ask('companionOff', {})).toBe('appointmentMoved');
    expect(ask('companionOff', { state: 'cancelled' }, 0)).toBe('tooLate');
    for (const kind of ['companionMoved', 'companionOff'] as const)
      expect(ask(kind, { companion: { ...companion, isGone: true } })).toBe('companionGone');
  });

  test('word of an answer goes after the conversation, as long as there is an answer to read', () => {
    const message = {
      kind: 'questionAnswered',
      channel: 'email',
      plannedAt: addMinutes(startAt, 99),
    } as const;
    const ask = (appointment: Parameters<typeof reasonToDiscard>[1]) =>
      reasonToDiscard(message, appointment, timeZone, addMinutes(startAt, 100));
    const over = { ...booked, state: 'completed', hasAnswer: true } as const;
    expect(ask(over)).toBeNull();
    expect(ask({ ...over, hasAnswer: false })).toBe('tooLate');
    expect(nextAttemptAt(message, over, 1, message.plannedAt)).toBe(addMinutes(message.plannedAt, 1));
  });

  test('the reminder of a moment that is no longer the agreed one is not sent', () => {
    const moved = { ...booked, startAt: addMinutes(startAt, 24 * 60) };
    expect(reasonToDiscard(reminder, moved, timeZone, reminder.plannedAt)).toBe('appointmentMoved');
    expect(reasonToDiscard(confirmation, moved, timeZone, bookedAt)).toBeNull();
  });

  test('word of a missed appointment is sent while it is missed, for three days', () => {
    const missed = { ...booked, state: 'missed' } as const;
    const message = { kind: 'missed', plannedAt: addMinutes(startAt, 135) } as const;
    expect(reasonToDiscard(message, missed, timeZone, message.plannedAt)).toBeNull();
    expect(reasonToDiscard(message, booked, timeZone, message.plannedAt)).toBe('notMissed');
    expect(reasonToDiscard(message, missed, timeZone, addMinutes(startAt, 3 * 24 * 60))).toBe('tooLate');
    expect(reasonToDiscard(confirmation, missed, timeZone, bookedAt)).toBe('tooLate');
  });

  test('an offer is told as long as it is open, and only the offer that the message is about', () => {
    const message = { kind: 'earlierTime', plannedAt: bookedAt } as const;
    const offer = { startAt, createdAt: bookedAt, expiresAt: addMinutes(bookedAt, 120) };
    const ask = (told: typeof offer | null, now = bookedAt) =>
      reasonToDiscard(message, { ...booked, offer: told }, timeZone, now);
    expect(ask(offer)).toBeNull();
    expect(ask(null)).toBe('offerSettled');
    expect(ask({ ...offer, createdAt: addMinutes(bookedAt, 1) })).toBe('offerSettled');
    expect(ask(offer, offer.expiresAt)).toBe('offerSettled');
  });

  test('a reminder of any moment is sent while its appointment is at the start that it is about', () => {
    const twoHoursBefore = {
      kind: 'reminder',
      plannedAt: addMinutes(startAt, -120),
      aboutStartAt: startAt,
    } as const;
    const ask = (told: EpochMilliseconds) =>
      reasonToDiscard(twoHoursBefore, { ...booked, startAt: told }, timeZone, twoHoursBefore.plannedAt);
    expect(ask(startAt)).toBeNull();
    expect(ask(addMinutes(startAt, 30))).toBe('appointmentMoved');
  });

  test('word of a delay is sent while it is the newest, until the start that it speaks of', () => {
    const expectedAt = addMinutes(startAt, 25);
    const message = {
      kind: 'delayed',
      plannedAt: addMinutes(startAt, -60),
      aboutStartAt: expectedAt,
    } as const;
    const ask = (toldStartAt: EpochMilliseconds | null, now: EpochMilliseconds) =>
      reasonToDiscard(message, { ...booked, toldStartAt }, timeZone, now);
    expect(ask(expectedAt, addMinutes(startAt, 5))).toBeNull();
    expect(ask(null, message.plannedAt)).toBe('noLongerLate');
    expect(ask(addMinutes(startAt, 45), message.plannedAt)).toBe('noLongerLate');
    expect(ask(expectedAt, expectedAt)).toBe('tooLate');
  });

  test('nobody is asked again who let something be heard meanwhile', () => {
    const message = { kind: 'escalation', plannedAt: addMinutes(startAt, -240) } as const;
    const ask = (heardAt: EpochMilliseconds | null) =>
      reasonToDiscard(message, { ...booked, heardAt }, timeZone, message.plannedAt);
    expect(ask(null)).toBeNull();
    expect(ask(addMinutes(message.plannedAt, -1))).toBeNull();
    expect(ask(message.plannedAt)).toBe('alreadyRead');
  });

  test('somebody who was helped early gets no reminder', () => {
    const completed = { ...booked, state: 'completed' } as const;
    expect(reasonToDiscard(reminder, completed, timeZone, reminder.plannedAt)).toBe('tooLate');
  });
});

describe('after a failure that may pass', () => {
  test('waits grow, up to less than ten minutes', () => {
    const waits = [1, 2, 3, 4, 5, 50].map((attempts) => {
      const next = nextAttemptAt(confirmation, booked, attempts, bookedAt);
      return ((next ?? 0) - bookedAt) / 60_000;
    });
    expect(waits).toEqual([1, 2, 4, 8, 8, 8]);
  });

  test('it ends after a day, and never reaches the start', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(confirmation, reminder),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 4 * 24 * 60 * 60 }),
        (message, attempts, seconds) => {
          const now = epochMilliseconds(bookedAt + seconds * 1000);
          const next = nextAttemptAt(message, booked, attempts, now);
          if (next === null) return;
          expect(next).toBeGreaterThan(now);
          expect(next).toBeLessThan(startAt);
          expect(next).toBeLessThanOrEqual(addMinutes(message.plannedAt, 24 * 60));
        },
      ),
    );
    expect(nextAttemptAt(confirmation, booked, 9, addMinutes(bookedAt, 24 * 60))).toBeNull();
    expect(nextAttemptAt(reminder, booked, 9, addMinutes(startAt, -5))).toBeNull();
  });

  test('a notice of cancellation is tried past the start', () => {
    const plannedAt = addMinutes(startAt, -1);
    expect(nextAttemptAt({ kind: 'cancellation', plannedAt }, booked, 3, startAt)).toBe(
      addMinutes(startAt, 4),
    );
  });

  test('an offer is not told past its end, and word of a missed appointment is', () => {
    const offer = { startAt, createdAt: bookedAt, expiresAt: addMinutes(bookedAt, 4) };
    const message = { kind: 'earlierTime', plannedAt: bookedAt } as const;
    expect(nextAttemptAt(message, { ...booked, offer }, 1, bookedAt)).toBe(addMinutes(bookedAt, 1));
    expect(nextAttemptAt(message, { ...booked, offer }, 3, bookedAt)).toBeNull();
    const plannedAt = addMinutes(startAt, 135);
    expect(nextAttemptAt({ kind: 'missed', plannedAt }, booked, 1, plannedAt)).toBe(addMinutes(plannedAt, 1));
  });
});
