import { beforeEach, describe, expect, test } from 'vitest';
import { isCheckViolation, isUniqueViolation } from '#db/errors.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readRunningDay } from '#db/running-day.ts';
import { deleteStaffSession } from '#features/staff/staff-session.data.ts';
import { expectStarts } from '#journey/expected-starts.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
} from '../../../prisma/factories/seat-factories.ts';
import { admitCitizen } from './admit-citizen.ts';
import { readSeatView } from './queue-view.ts';
import { setAvailability } from './set-availability.ts';
import { leaveSeat, takeSeat } from './take-seat.ts';

let now = Date.now();
const clock = { now: () => now };
const videoRooms = { open: async () => {}, close: async () => {}, grant: async () => {} } as never;
const onBreak = { state: 'paused', reason: 'break' } as const;
let counter: Counter;
let mieke: SeatedClerk;

beforeEach(async () => {
  now = Date.now();
  counter = await createCounter();
  mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const viewOf = async ({ actor }: SeatedClerk) => {
  const view = await readSeatView(clock, actor, 'Europe/Brussels');
  if (view === null) throw new Error('This clerk has no seat.');
  return view;
};
const history = () =>
  inside(({ db }) =>
    db.unavailability.findMany({
      orderBy: { startAt: 'asc' },
      select: { seatId: true, reason: true, words: true, startAt: true, endAt: true },
    }),
  );
const running = () => inside((scope) => readRunningDay(scope, counter.teamId, now));

describe('a clerk who pauses, closes and opens the seat', () => {
  test('shows so at the own seat and at colleagues’, with a history', async () => {
    const jonas = await createSeatedClerk(counter, { name: 'Jonas Lootens' });
    expect(await viewOf(mieke)).toMatchObject({
      availability: { state: 'open' },
      colleagues: [{ seatId: jonas.seatId, availability: { state: 'open' } }],
    });
    const began = now;
    await setAvailability(clock, mieke.actor, { state: 'paused', reason: 'other', words: 'Overleg' });
    const paused = { state: 'paused', reason: 'other', words: 'Overleg', since: began };
    expect((await viewOf(mieke)).availability).toEqual(paused);
    expect((await viewOf(jonas)).colleagues).toEqual([
      {
        seatId: mieke.seatId,
        seatName: mieke.actor.seat?.name,
        clerk: { id: mieke.actor.staffMemberId, name: 'Mieke Verstraete' },
        isSpeaking: false,
        availability: paused,
      },
    ]);
    now += 60_000;
    await setAvailability(clock, mieke.actor, { state: 'closed' });
    now += 60_000;
    expect((await viewOf(mieke)).availability).toEqual({ state: 'closed', since: began + 60_000 });
    await setAvailability(clock, mieke.actor, { state: 'open' });
    expect((await viewOf(jonas)).colleagues).toMatchObject([{ availability: { state: 'open' } }]);
    const { seatId } = mieke;
    expect(await history()).toEqual([
      {
        seatId,
        reason: 'other',
        words: 'Overleg',
        startAt: new Date(began),
        endAt: new Date(began + 60_000),
      },
      { seatId, reason: 'endOfDay', words: null, startAt: new Date(began + 60_000), endAt: new Date(now) },
    ]);
  });

  test('tells the team’s screens once for a change, without the reason, and nothing when it was so already', async () => {
    await setAvailability(clock, mieke.actor, onBreak);
    await setAvailability(clock, mieke.actor, onBreak);
    await Promise.all([1, 2].map(() => setAvailability(clock, mieke.actor, { state: 'closed' })));
    const events = await inside(({ db }) =>
      db.event.findMany({
        where: { stream: `team:${counter.teamId}` },
        orderBy: { number: 'asc' },
        select: { type: true, payload: true },
      }),
    );
    const payload = { seatId: mieke.seatId };
    expect(events[0]).toEqual({ type: 'seat.paused', payload });
    expect(events.slice(1).every(({ type }) => type === 'seat.closed')).toBe(true);
    expect((await history()).filter(({ endAt }) => endAt === null)).toHaveLength(1);
  });

  test('is not counted on by who waits; the others are', async () => {
    const { appointmentId } = await createWaitingCitizen(counter, { startAt: new Date(now - 60_000) });
    const expected = async () => expectStarts(await running(), now).get(appointmentId);
    expect(await expected()).toBe(now);
    await setAvailability(clock, mieke.actor, onBreak);
    expect(await expected()).toBeNull();
    expect(await running()).toMatchObject({ seatsInUse: [], seatsPaused: [mieke.seatId], clerkNames: [] });
    const jonas = await createSeatedClerk(counter);
    expect(await expected()).toBe(now);
    await setAvailability(clock, jonas.actor, { state: 'closed' });
    expect(await running()).toMatchObject({ seatsPaused: [mieke.seatId], seatsClosed: [jonas.seatId] });
    expect(await expected()).toBeNull();
    await setAvailability(clock, mieke.actor, { state: 'open' });
    expect(await expected()).toBe(now);
  });

  test('opens by letting somebody in; a pause that is chosen in the conversation begins after it', async () => {
    const first = await createWaitingCitizen(counter);
    const { appointmentId } = await createWaitingCitizen(counter, { startAt: new Date(now - 60_000) });
    await setAvailability(clock, mieke.actor, onBreak);
    await admitCitizen({ clock, videoRooms }, mieke.actor, first.conversationId);
    expect((await viewOf(mieke)).availability).toEqual({ state: 'open' });
    expect(expectStarts(await running(), now).get(appointmentId)).toBeGreaterThan(now);
    await setAvailability(clock, mieke.actor, onBreak);
    expect(expectStarts(await running(), now).get(appointmentId)).toBeNull();
  });

  test.each([
    ['leaves the seat', () => leaveSeat(clock, mieke.actor)],
    ['signs off', () => inside((scope) => deleteStaffSession(scope, mieke.token, new Date(now)))],
  ])('who %s leaves no pause behind', async (_what, leave) => {
    await setAvailability(clock, mieke.actor, onBreak);
    now += 60_000;
    await leave();
    expect(await history()).toMatchObject([{ reason: 'break', endAt: new Date(now) }]);
  });

  test('whoever sits down is open, also where a session ran out in a pause', async () => {
    await setAvailability(clock, mieke.actor, onBreak);
    await inside(({ db }) =>
      db.staffSession.updateMany({ where: { id: mieke.actor.sessionId }, data: { expiresAt: new Date(0) } }),
    );
    expect(await running()).toMatchObject({ seatsInUse: [], seatsPaused: [] });
    const jonas = await createSeatedClerk(counter);
    await takeSeat(clock, jonas.actor, mieke.seatId);
    expect(await running()).toMatchObject({ seatsInUse: [mieke.seatId], seatsPaused: [] });
  });

  test('is refused without a seat, or a role for it', async () => {
    const refused = { ok: false, failure: { code: 'notFound' } };
    expect(await setAvailability(clock, { ...mieke.actor, seat: null }, onBreak)).toEqual(refused);
    expect(await setAvailability(clock, { ...mieke.actor, roles: ['supervisor'] }, onBreak)).toEqual(refused);
    const jonas = await createSeatedClerk(counter);
    const pretended = { ...mieke.actor, seat: jonas.actor.seat };
    expect(await setAvailability(clock, pretended, onBreak)).toEqual(refused);
    expect(await history()).toEqual([]);
  });
});

describe('the database', () => {
  const row = (over: { reason?: 'break' | 'other'; words?: string }) =>
    inside(({ db, organisationId }) =>
      db.unavailability.create({
        data: {
          organisationId,
          seatId: mieke.seatId,
          staffMemberId: mieke.actor.staffMemberId,
          reason: 'break',
          startAt: new Date(now),
          ...over,
        },
      }),
    ).then(
      () => null,
      (error: unknown) => error,
    );

  test('refuses states that cannot be: words without their reason, the reason without words, two at once', async () => {
    expect(isCheckViolation(await row({ words: 'Overleg' }))).toBe(true);
    expect(isCheckViolation(await row({ reason: 'other' }))).toBe(true);
    expect(await row({})).toBeNull();
    expect(isUniqueViolation(await row({ reason: 'other', words: 'Overleg' }))).toBe(true);
  });
});
