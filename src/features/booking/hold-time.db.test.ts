import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOfferedDays, readServiceTime, readServiceTimes } from '#features/scheduling/find-times.ts';
import { epochMilliseconds } from '#journey/time.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { bookAppointment } from './book-appointment.ts';
import type { BookingTools } from './booking-request.ts';
import { findHeld, type HoldRequest, holdTime, prolongHold, releaseHold } from './hold-time.ts';

const minute = 60_000;
const monday = epochMilliseconds(Date.UTC(2026, 10, 23, 9));
let now: number;
const tools: BookingTools = {
  clock: { now: () => now },
  jobQueue: { enqueueDelivery: async () => {} },
  linkSecret: 'a-secret-for-links-0123456789-0123456789',
  readServiceTime,
  readServiceTimes,
};
beforeEach(() => {
  now = Date.UTC(2026, 10, 20, 8);
});
afterAll(closeDatabase);

async function openCounter(seats = 1) {
  const { id: organisationId } = await createOrganisation();
  const organisation = { id: organisationId, timeZone: 'Europe/Brussels' };
  const { id: teamId } = await createTeam(organisationId);
  for (let count = 0; count < seats; count += 1) await createSeat(organisationId, teamId);
  const { slug } = await createService(organisationId, teamId);
  const request = (changes: Partial<HoldRequest> = {}): HoldRequest => ({
    organisation,
    wish: makeWish(slug),
    startAt: monday,
    holderKey: randomUUID(),
    ...changes,
  });
  const book = (submissionKey = randomUUID() as string) =>
    bookAppointment(tools, {
      organisation,
      wish: makeWish(slug),
      startAt: monday,
      submissionKey,
      language: 'nl',
      details: { name: 'Sofie', email: 'sofie@example.org', phone: null, remark: null },
      principal: null,
      interpreterLanguage: null,
      wouldHaveCome: null,
      request: { kind: 'citizen' },
    });
  const holds = () => withOrganisation(organisationId, ({ db }) => db.timeHold.findMany());
  const isOffered = async (holderKey: string | null = null) => {
    const days = await findOfferedDays(tools.clock, organisation, makeWish(slug, { holderKey }));
    const day = days?.find(({ date }) => date === '2026-11-23');
    return day?.morning.some(({ startAt }) => startAt === monday) ?? false;
  };
  return { organisation, slug, request, book, holds, isOffered };
}

describe('a time that is held', () => {
  test('is free for its holder alone', async () => {
    const counter = await openCounter();
    const request = counter.request();
    expect(await holdTime(tools, request)).toEqual({
      ok: true,
      value: { expiresAt: now + 5 * minute, prolongations: 3 },
    });
    expect(await counter.isOffered()).toBe(false);
    expect(await counter.isOffered(request.holderKey)).toBe(true);
    expect(await counter.book()).toMatchObject({ ok: false, failure: { code: 'timeTaken' } });
    expect(await holdTime(tools, counter.request())).toMatchObject({ failure: { code: 'timeTaken' } });
  });

  test('is taken over by the booking of the same form, and held no more', async () => {
    const counter = await openCounter();
    const request = counter.request();
    await holdTime(tools, request);
    expect(await counter.book(request.holderKey)).toMatchObject({ ok: true });
    expect(await counter.holds()).toEqual([]);
  });

  test('goes to its holder in a rush of others', async () => {
    const counter = await openCounter();
    const request = counter.request();
    await holdTime(tools, request);
    const keys = Array.from({ length: 30 }, (_, index) => (index === 20 ? request.holderKey : randomUUID()));
    const results = await Promise.all(keys.map((key) => counter.book(key)));
    expect(results.flatMap(({ ok }, index) => (ok ? [index] : []))).toEqual([20]);
  });

  test('comes free by itself after five minutes, and what is left of it is in nobody’s way', async () => {
    const counter = await openCounter();
    await holdTime(tools, counter.request());
    now += 5 * minute - 1;
    expect(await counter.isOffered()).toBe(false);
    now += 1;
    expect(await counter.isOffered()).toBe(true);
    expect(await holdTime(tools, counter.request())).toMatchObject({ ok: true });
    expect(await counter.holds()).toHaveLength(1);
  });

  test('is held no longer when the page is loaded again', async () => {
    const counter = await openCounter();
    const request = counter.request();
    const first = await holdTime(tools, request);
    now += 2 * minute;
    expect(await holdTime(tools, request)).toEqual(first);
  });

  test('is let go of when another one is held instead, or nothing', async () => {
    const counter = await openCounter();
    const request = counter.request();
    await holdTime(tools, request);
    await holdTime(tools, { ...request, startAt: epochMilliseconds(monday + 60 * minute) });
    expect(await counter.isOffered()).toBe(true);
    await holdTime(tools, request);
    await releaseHold(request);
    expect(await counter.isOffered()).toBe(true);
    expect(await counter.holds()).toEqual([]);
  });

  test.each([1, 3])('is held by as many as there are seats (%i) of forty at once', async (seats) => {
    const counter = await openCounter(seats);
    const results = await Promise.all(Array.from({ length: 40 }, () => holdTime(tools, counter.request())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(seats);
    const failures = results.flatMap((result) => (result.ok ? [] : [result.failure.code]));
    expect(new Set(failures)).toEqual(new Set(['timeTaken']));
  });
});

describe('holding a time longer', () => {
  test('adds five minutes, three times', async () => {
    const counter = await openCounter();
    const request = counter.request();
    await holdTime(tools, request);
    for (const left of [2, 1, 0]) {
      now += 4 * minute;
      expect(await prolongHold(tools, request)).toMatchObject({ value: { prolongations: left } });
    }
    expect(await prolongHold(tools, request)).toEqual({ ok: false, failure: { code: 'prolongedEnough' } });
    const [hold] = await counter.holds();
    expect(hold?.expiresAt.getTime()).toBe((hold?.createdAt.getTime() ?? 0) + 20 * minute);
  });

  test('counts two clicks at once as one', async () => {
    const counter = await openCounter();
    const request = counter.request();
    await holdTime(tools, request);
    await Promise.all([prolongHold(tools, request), prolongHold(tools, request)]);
    const [hold] = await counter.holds();
    expect([10, 15].map((minutes) => now + minutes * minute)).toContain(hold?.expiresAt.getTime());
    expect(await prolongHold(tools, request)).toMatchObject({ ok: true });
  });

  test('is not possible when it is over, or nothing is held', async () => {
    const counter = await openCounter();
    const request = counter.request();
    expect(await prolongHold(tools, request)).toEqual({ ok: false, failure: { code: 'holdGone' } });
    await holdTime(tools, request);
    now += 5 * minute;
    expect(await prolongHold(tools, request)).toEqual({ ok: false, failure: { code: 'holdGone' } });
  });

  test('is not done for another organisation', async () => {
    const [one, other] = [await openCounter(), await openCounter()];
    const request = one.request();
    await holdTime(tools, request);
    const { holderKey } = request;
    expect(await prolongHold(tools, other.request({ holderKey }))).toMatchObject({ ok: false });
    await releaseHold(other.request({ holderKey }));
    expect(await one.holds()).toHaveLength(1);
  });
});

describe('whoever looks', () => {
  test('hears how long a time is held for them, and for nobody else', async () => {
    const { organisation, request, holds } = await openCounter();
    const mine = request();
    await holdTime(tools, mine);
    const { holderKey } = mine;
    const look = (changes: object = {}) =>
      findHeld(tools, { organisation, holderKey, occupiedFromAt: monday, ...changes });
    expect(await look()).toEqual({ expiresAt: now + 5 * minute, prolongations: 3 });
    expect(await look({ holderKey: randomUUID() })).toBeNull();
    expect(await look({ occupiedFromAt: monday + minute })).toBeNull();
    now += 5 * minute;
    expect(await look()).toBe('over');
    expect(await holds()).toHaveLength(1);
  });
});
