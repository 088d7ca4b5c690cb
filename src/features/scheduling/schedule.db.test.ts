import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { findOfferedDays, findServiceTime } from './find-times.ts';
import { readSchedule } from './schedule.data.ts';

const timeZone = 'Europe/Brussels';
const now = epochMilliseconds(Date.UTC(2026, 10, 20, 8));
const clock = { now: () => now };
const linkSecret = 'a-secret-for-links-0123456789-0123456789';
afterAll(closeDatabase);

async function openCounter() {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId, slug } = await createService(organisationId, teamId, {
    bufferAfterMinutes: 5,
    horizonDays: 7,
  });
  const appointment = (startMinute: number, overrides: Parameters<typeof createAppointment>[2] = {}) => {
    const startAt = addMinutes(now, startMinute);
    return createAppointment({ organisationId, teamId, seatId, serviceIds: [serviceId] }, linkSecret, {
      startAt: new Date(startAt),
      endAt: new Date(addMinutes(startAt, 15)),
      occupiedFromAt: new Date(startAt),
      occupiedUntilAt: new Date(addMinutes(startAt, 20)),
      ...overrides,
    });
  };
  const read = () =>
    withOrganisation(organisationId, (scope) => readSchedule(scope, makeWish(slug), timeZone, now));
  return { organisationId, teamId, seatId, slug, appointment, read };
}

describe('the schedule of a service', () => {
  test('has its rules, and the team’s hours and seats', async () => {
    const counter = await openCounter();
    expect(await counter.read()).toMatchObject({
      teamId: counter.teamId,
      apart: false,
      offersChannel: true,
      rules: { durationMinutes: 15, bufferAfterMinutes: 5, horizonDays: 7, stepMinutes: 20 },
      hours: { zone: timeZone, closures: [] },
      seats: [{ id: counter.seatId, busy: [] }],
    });
    expect((await counter.read())?.hours.weekly).toHaveLength(7);
  });

  test('shows what occupies a seat, without what was cancelled or is over', async () => {
    const counter = await openCounter();
    await counter.appointment(120);
    await counter.appointment(60);
    await counter.appointment(-10);
    await counter.appointment(-60);
    await counter.appointment(180, { state: 'cancelled', cancelledAt: new Date(now) });
    const busy = (await counter.read())?.seats[0]?.busy.map(({ startAt, endAt }) => [
      (startAt - now) / 60_000,
      (endAt - now) / 60_000,
    ]);
    expect(busy?.toSorted((a, b) => (a[0] as number) - (b[0] as number))).toEqual([
      [-10, 10],
      [60, 80],
      [120, 140],
    ]);
  });

  test('knows the dates on which the team is closed', async () => {
    const counter = await openCounter();
    const close = (day: string, reason = { nl: 'feest', fr: 'fête', en: 'feast', de: 'Fest' }) =>
      withOrganisation(counter.organisationId, ({ db }) =>
        db.closure.create({
          data: {
            organisationId: counter.organisationId,
            teamId: counter.teamId,
            date: new Date(`${day}T00:00Z`),
            reason,
          },
        }),
      );
    await close('2026-11-22');
    await close('2027-05-01');
    expect((await counter.read())?.hours.closures).toEqual(['2026-11-22']);
    const days = await findOfferedDays(
      clock,
      { id: counter.organisationId, timeZone },
      makeWish(counter.slug),
    );
    expect(days?.map(({ date }) => date)).not.toContain('2026-11-22');
    expect(days?.map(({ date }) => date)).toContain('2026-11-23');
  });

  test('is not there for a service of another organisation', async () => {
    const [one, other] = [await openCounter(), await openCounter()];
    expect(
      await findOfferedDays(clock, { id: one.organisationId, timeZone }, makeWish(other.slug)),
    ).toBeNull();
    expect(
      await findServiceTime(clock, { id: one.organisationId, timeZone }, makeWish(other.slug), now),
    ).toBeNull();
  });
});
