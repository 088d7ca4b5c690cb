import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import type { LocationId, OrganisationId, SeatId, TeamId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { createAppointment } from '../factories/appointment-factories.ts';
import { makeWish } from '../factories/wish-factories.ts';
import { organisations } from './organisations.ts';
import { seedOrganisation } from './seed-organisation.ts';

const timeZone = 'Europe/Brussels';
/** A Tuesday, three weeks before Christmas. */
const now = epochMilliseconds(Date.UTC(2026, 11, 1, 7, 30));
const clock = { now: () => now };
const seeded = new Map<string, OrganisationId>();
for (const content of organisations) seeded.set(content.slug, await seedOrganisation(content, now));
afterAll(closeDatabase);

const place = (slug: string) => ({ id: seeded.get(slug) as OrganisationId, timeZone });
const hoursOf = (times: readonly { readonly startAt: number }[]) =>
  times.map(({ startAt }) => new Date(startAt).toISOString().slice(11, 16));

describe('the seeded municipalities', () => {
  test.each([
    ['leiebeke', 'video'],
    ['leiebeke', 'phone'],
    ['rozelaar', 'video'],
    ['rozelaar', 'phone'],
  ] as const)('can be reached at any hour of any day: %s by %s', async (slug, channel) => {
    const days = await findOfferedDays(clock, place(slug), makeWish('een-vraag', { channel }));
    const tomorrow = days?.find(({ date }) => date === '2026-12-02');
    expect(hoursOf(tomorrow?.morning ?? [])[0]).toBe('23:00');
    expect(hoursOf(tomorrow?.evening ?? []).at(-1)).toBe('22:45');
    expect(days?.map(({ date }) => date)).toContain('2026-12-06');
  });

  test('are closed on a holiday, and open the day after', async () => {
    const days = await findOfferedDays(clock, place('leiebeke'), makeWish('een-vraag'));
    const dates = days?.map(({ date }) => date);
    expect(dates).not.toContain('2026-12-25');
    expect(dates).toContain('2026-12-26');
  });

  test('have hours of their own: how far ahead, and how many clerks by day and by night', async () => {
    const last = async (slug: string) =>
      (await findOfferedDays(clock, place(slug), makeWish('een-vraag')))?.at(-1)?.date;
    expect(await last('leiebeke')).toBe('2027-01-30');
    expect(await last('rozelaar')).toBe('2027-01-12');

    const { id: organisationId } = place('rozelaar');
    const { id: teamId, seats } = await withOrganisation(organisationId, ({ db }) =>
      db.team.findFirstOrThrow({ where: { slug: 'onthaal' }, select: { id: true, seats: true } }),
    );
    const day = Date.UTC(2026, 11, 2, 9);
    const night = Date.UTC(2026, 11, 2, 20);
    for (const startAt of [day, night])
      for (const seat of seats.filter(({ position }) => position < 3))
        await createAppointment(
          { organisationId, teamId: teamId as TeamId, seatId: seat.id as SeatId, serviceIds: [] },
          'a secret of links that only tests know',
          { startAt: new Date(startAt) },
        );
    const days = await findOfferedDays(clock, place('rozelaar'), makeWish('een-vraag'));
    const tomorrow = days?.find(({ date }) => date === '2026-12-02');
    expect(tomorrow?.morning.map(({ startAt }) => startAt)).toContain(day);
    expect(tomorrow?.evening.map(({ startAt }) => startAt)).not.toContain(night);
  });

  test('receive people at the counter at its hours, at the building of the team', async () => {
    const wish = makeWish('een-vraag', { channel: 'counter' });
    const days = await findOfferedDays(clock, place('leiebeke'), wish);
    expect(days?.slice(0, 6).map(({ date }) => date)).toEqual([
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-07',
      '2026-12-08',
    ]);
    expect(hoursOf(days?.[1]?.morning ?? []).at(0)).toBe('08:00');
    expect(days?.[1]?.afternoon).toEqual([]);
    expect(hoursOf(days?.[0]?.afternoon ?? [])[0]).toBe('13:00');
    const elsewhere = await withOrganisation(place('leiebeke').id, ({ db }) =>
      db.location.findFirstOrThrow({ where: { position: 2 }, select: { id: true } }),
    );
    const locationId = elsewhere.id as LocationId;
    expect(await findOfferedDays(clock, place('leiebeke'), { ...wish, locationId })).toEqual([]);
  });

  test('keep some times of a wedding for staff', async () => {
    const count = async (audience: 'citizen' | 'staff') => {
      const wish = makeWish('huwelijk-voorbereiden', { channel: 'counter', audience });
      const days = (await findOfferedDays(clock, place('rozelaar'), wish)) ?? [];
      return days.reduce((sum, day) => sum + day.count, 0);
    };
    expect(await count('citizen')).toBeLessThan(await count('staff'));
    expect(await count('citizen')).toBeGreaterThan(0.7 * (await count('staff')));
  });
});
