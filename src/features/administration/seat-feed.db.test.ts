import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { FeedToken } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { readWithIcalendar } from '../../../scripts/testing/icalendar.ts';
import { changeFeed } from './renew-feed.ts';
import { writeSeatFeed } from './seat-feed.ts';

const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const linkSecret = 'a secret of links that only tests know';

/** A seat with a feed, and how to book there and to read it. */
async function createFeed() {
  const counter = await createCounter();
  const { id, host } = counter.organisation;
  const administrator = (await createSeatedClerk(counter, { roles: ['administrator'] })).actor;
  const { id: seatId } = await createSeat(id, counter.teamId, { name: 'Balie 3' });
  const owner = { id, host, name: 'Stad', defaultLanguage: 'nl', formOfAddress: 'u' } as const;
  const place = { organisationId: id, teamId: counter.teamId, seatId, serviceIds: [counter.serviceId] };
  return {
    owner,
    seatId,
    administrator,
    clerk: (await createSeatedClerk(counter)).actor,
    renew: async () =>
      (await changeFeed(clock, administrator, { seatId, change: 'renew' }))?.token as FeedToken,
    book: (startAt: string, overrides = {}) =>
      createAppointment(place, linkSecret, { startAt: new Date(startAt), ...overrides }),
  };
}

function readEvents(content: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

describe("a seat's calendar", () => {
  test.each([
    ['in Brussels', '2026-12-08T10:00+01:00'],
    ['in New York', '2026-12-08T10:00-05:00'],
    ['on the day on which the clock goes forward', '2027-03-28T03:30+02:00'],
    ['in the first of two same hours', '2027-10-31T02:30+02:00'],
    ['in the second of two same hours', '2027-10-31T02:30+01:00'],
  ])('has the right instant %s', async (_where, startAt) => {
    const { owner, renew, book } = await createFeed();
    await book(startAt);
    const feed = await writeSeatFeed(clock, owner, await renew());
    const [event] = readEvents(feed?.content ?? '');
    expect((event as ICAL.Event).startDate.toJSDate().toISOString()).toBe(new Date(startAt).toISOString());
    expect((event as ICAL.Event).endDate.toUnixTime() * 1000).toBe(new Date(startAt).getTime() + 900_000);
  });

  test('is read by icalendar too, with the same instants, on the days when clocks change', async () => {
    const { owner, renew, book } = await createFeed();
    const starts = [
      '2026-12-08T09:00:00Z',
      '2027-03-28T01:30:00Z',
      '2027-10-31T00:30:00Z',
      '2027-10-31T01:30:00Z',
    ];
    for (const startAt of starts) await book(startAt);
    const content = (await writeSeatFeed(clock, owner, await renew()))?.content ?? '';
    const [events] = await readWithIcalendar([{ content, timeZone: 'Europe/Brussels' }]);
    expect(events?.map((event) => event.startAt).sort()).toEqual(starts);
    expect(events?.map((event) => event.startsOnWall).sort()).toEqual([
      '2026-12-08T10:00',
      '2027-03-28T03:30',
      '2027-10-31T02:30',
      '2027-10-31T02:30',
    ]);
  }, 180_000);

  test('says service, channel and reference with the UID and SEQUENCE of the citizen’s entry, and nothing of the citizen', async () => {
    const { owner, renew, book } = await createFeed();
    const { id, reference } = await book('2026-12-08T10:00Z', {
      calendarSequence: 3,
      remark: 'een geheim',
      phone: '+32470000000',
    });
    await book('2026-12-08T11:00Z', { state: 'cancelled', cancelledAt: new Date(clock.now()) });
    const content = (await writeSeatFeed(clock, owner, await renew()))?.content ?? '';
    const events = readEvents(content);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      uid: `${id}@${owner.host}`,
      sequence: 3,
      description: `Afspraak ${reference}`,
    });
    expect(events[0]?.summary).toMatch(/\(video\)$/);
    for (const personal of ['Sofie', 'sofie@', '32470', 'geheim', 'klaver'])
      expect(content).not.toContain(personal);
  });

  test('keeps its tag while nothing changes, and gets another one when something does', async () => {
    const { owner, renew, book } = await createFeed();
    const token = await renew();
    await book('2026-12-08T10:00Z');
    const tagAt = async (now: number) => (await writeSeatFeed({ now: () => now }, owner, token))?.entityTag;
    const first = await tagAt(clock.now());
    expect(await tagAt(clock.now() + 60_000)).toBe(first);
    await book('2026-12-09T10:00Z');
    expect(await tagAt(clock.now())).not.toBe(first);
  });

  test('is gone at its old address once there is a new one, or none', async () => {
    const { owner, administrator, seatId, renew } = await createFeed();
    const old = await renew();
    const token = await renew();
    expect(await writeSeatFeed(clock, owner, old)).toBeNull();
    expect(await writeSeatFeed(clock, owner, token)).not.toBeNull();
    await changeFeed(clock, administrator, { seatId, change: 'stop' });
    expect(await writeSeatFeed(clock, owner, token)).toBeNull();
  });

  test('is of its own organisation only, and its address is made by an administrator of it', async () => {
    const mine = await createFeed();
    const theirs = await createFeed();
    const token = await mine.renew();
    expect(await writeSeatFeed(clock, theirs.owner, token)).toBeNull();
    const change = { seatId: mine.seatId, change: 'renew' } as const;
    expect(await changeFeed(clock, theirs.administrator, change)).toBeNull();
    expect(await changeFeed(clock, mine.clerk, change)).toBeNull();
    const stored = await withOrganisation(mine.owner.id, ({ db }) => db.seatFeed.findMany());
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});
