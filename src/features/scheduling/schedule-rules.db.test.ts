import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { LocationId, SeatId } from '#journey/ids.ts';
import { addMinutes, epochMilliseconds, toDate } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createLocation,
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { findServiceTime } from './find-times.ts';

const timeZone = 'Europe/Brussels';
const now = epochMilliseconds(Date.UTC(2026, 10, 20, 8));
/** Monday at nine in Brussels. */
const monday = epochMilliseconds(Date.UTC(2026, 10, 23, 8));
const clock = { now: () => now };
afterAll(closeDatabase);

/** A team that is open on video at any hour, with one seat and one service of a quarter of an hour. */
async function openCounter() {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId, { languages: ['nl'] });
  const { id: serviceId, slug } = await createService(organisationId, teamId);
  const ask = async (changes: Partial<AppointmentWish> = {}, startAt = monday) => {
    const wish = makeWish(slug, changes);
    return (await findServiceTime(clock, { id: organisationId, timeZone }, wish, startAt))?.answer;
  };
  const inside = <Value>(work: (scope: OrganisationScope) => Promise<Value>) =>
    withOrganisation(organisationId, work);
  return { organisationId, teamId, seatId, serviceId, slug, ask, inside };
}

const around = { startAt: toDate(addMinutes(monday, -30)), endAt: toDate(addMinutes(monday, 30)) };

describe('a seat gets no appointment', () => {
  test('while its clerk is absent', async () => {
    const { organisationId, seatId, ask, inside } = await openCounter();
    const data = { ...around, organisationId, seatId, reason: 'illness' as const, createdAt: toDate(now) };
    await inside(({ db }) => db.absence.create({ data }));
    expect(await ask()).toMatchObject({ kind: 'taken' });
    expect(await ask({}, addMinutes(monday, 30))).toMatchObject({ kind: 'free', seatId });
  });

  test('while the expert’s own calendar is busy', async () => {
    const { organisationId, seatId, ask, inside } = await openCounter();
    await inside(async ({ db }) => {
      const calendar = { organisationId, seatId, url: 'https://calendar.example/1', nextReadAt: toDate(now) };
      const { id: calendarId } = await db.busyCalendar.create({ data: calendar });
      await db.busyPeriod.create({ data: { ...around, organisationId, calendarId, seatId } });
    });
    expect(await ask()).toMatchObject({ kind: 'taken' });
  });

  test('outside the hours in which somebody works there, though the team is open', async () => {
    const { organisationId, seatId, ask, inside } = await openCounter();
    const mondayMorning = { weekday: 1, startsAtMinute: 540, endsAtMinute: 720 };
    await inside(({ db }) => db.seatStaffing.create({ data: { ...mondayMorning, organisationId, seatId } }));
    expect(await ask()).toMatchObject({ kind: 'free' });
    expect(await ask({}, addMinutes(monday, -15))).toMatchObject({ kind: 'notOffered' });
    expect(await ask({}, addMinutes(monday, 165))).toMatchObject({ kind: 'free' });
    expect(await ask({}, addMinutes(monday, 180))).toMatchObject({ kind: 'notOffered' });
  });

  test('from the moment at which it is taken out of use', async () => {
    const { ask, inside } = await openCounter();
    await inside(({ db }) => db.seat.updateMany({ data: { retiredAt: toDate(addMinutes(monday, 10)) } }));
    expect(await ask()).toMatchObject({ kind: 'taken' });
    expect(await ask({}, addMinutes(monday, -15))).toMatchObject({ kind: 'free' });
    await inside(({ db }) => db.seat.updateMany({ data: { retiredAt: toDate(now) } }));
    expect(await ask({}, addMinutes(monday, -15))).toMatchObject({ kind: 'notOffered' });
  });

  test('of a service that it is not skilled for, alone or with another one', async () => {
    const { organisationId, teamId, seatId, serviceId, slug, ask, inside } = await openCounter();
    const other = await createService(organisationId, teamId);
    await inside(({ db }) => db.seatService.create({ data: { organisationId, seatId, serviceId } }));
    expect(await ask()).toMatchObject({ kind: 'free' });
    expect(await ask({ serviceSlugs: [other.slug] })).toMatchObject({ kind: 'notOffered' });
    expect(await ask({ serviceSlugs: [slug, other.slug] })).toMatchObject({ kind: 'notOffered' });
    const all = await createSeat(organisationId, teamId);
    expect(await ask({ serviceSlugs: [slug, other.slug] })).toMatchObject({ kind: 'free', seatId: all.id });
  });

  test('on a channel that it does not serve, or that the team is not open for', async () => {
    const { organisationId, teamId, ask, inside } = await openCounter();
    await inside(({ db }) => db.service.updateMany({ data: { channels: ['video', 'phone'] } }));
    expect(await ask({ channel: 'phone' })).toMatchObject({ kind: 'notOffered' });
    const { id: seatId } = await createSeat(organisationId, teamId, { channels: ['phone'] });
    expect(await ask({ channel: 'phone' })).toMatchObject({ kind: 'notOffered' });
    await inside(({ db }) =>
      db.openingHours.create({
        data: {
          organisationId,
          teamId,
          channel: 'phone',
          weekday: 1,
          opensAtMinute: 540,
          closesAtMinute: 600,
        },
      }),
    );
    expect(await ask({ channel: 'phone' })).toMatchObject({ kind: 'free', seatId });
  });
});

describe('a team receives nobody', () => {
  test('on a holiday of the organisation', async () => {
    const { organisationId, ask, inside } = await openCounter();
    const name = { nl: 'Feest', fr: 'Fête', en: 'Feast', de: 'Fest' };
    const date = new Date('2026-11-23T00:00Z');
    await inside(({ db }) => db.holiday.create({ data: { organisationId, date, name } }));
    expect(await ask()).toMatchObject({ kind: 'notOffered' });
    expect(await ask({}, addMinutes(monday, 24 * 60))).toMatchObject({ kind: 'free' });
  });

  test('before its hours hold, or after', async () => {
    const { ask, inside } = await openCounter();
    const set = (data: { validFrom: Date | null; validUntil: Date | null }) =>
      inside(({ db }) => db.openingHours.updateMany({ data }));
    const day = (text: string) => new Date(`${text}T00:00Z`);
    await set({ validFrom: day('2026-11-24'), validUntil: null });
    expect(await ask()).toMatchObject({ kind: 'notOffered' });
    await set({ validFrom: day('2026-11-23'), validUntil: day('2026-11-23') });
    expect(await ask()).toMatchObject({ kind: 'free' });
    await set({ validFrom: null, validUntil: day('2026-11-22') });
    expect(await ask()).toMatchObject({ kind: 'notOffered' });
  });

  test('for a service that citizens do not see, except through its staff', async () => {
    const { ask, inside } = await openCounter();
    await inside(({ db }) => db.service.updateMany({ data: { isPublished: false } }));
    expect(await ask()).toBeUndefined();
    expect(await ask({ audience: 'staff' })).toMatchObject({ kind: 'free' });
  });
});

describe('a channel takes at once', () => {
  test('no more than it can, whichever seats are free', async () => {
    const { organisationId, teamId, seatId, serviceId, ask, inside } = await openCounter();
    await createSeat(organisationId, teamId);
    await createSeat(organisationId, teamId);
    await inside(({ db }) =>
      db.channelCapacity.create({ data: { organisationId, teamId, channel: 'video', atOnce: 1 } }),
    );
    expect(await ask()).toMatchObject({ kind: 'free' });
    const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
    const { id } = await createAppointment(place, 'a secret of links that only tests know', {
      startAt: toDate(monday),
    });
    expect(await ask()).toMatchObject({ kind: 'taken' });
    expect(await ask({ replaces: id })).toMatchObject({ kind: 'free' });
    expect(await ask({}, addMinutes(monday, 15))).toMatchObject({ kind: 'free' });
    await inside(({ db }) => db.appointment.updateMany({ data: { channel: 'phone' } }));
    expect(await ask()).toMatchObject({ kind: 'free' });
  });

  test('what is held too', async () => {
    const { organisationId, teamId, seatId, ask, inside } = await openCounter();
    await createSeat(organisationId, teamId);
    const holderKey = randomUUID();
    await inside(async ({ db }) => {
      await db.channelCapacity.create({ data: { organisationId, teamId, channel: 'video', atOnce: 1 } });
      const times = { occupiedFromAt: around.startAt, occupiedUntilAt: around.endAt };
      const life = { createdAt: toDate(now), expiresAt: toDate(addMinutes(now, 5)) };
      await db.timeHold.create({
        data: { ...times, ...life, organisationId, teamId, seatId, channel: 'video', holderKey },
      });
    });
    expect(await ask()).toMatchObject({ kind: 'taken' });
    expect(await ask({ holderKey })).toMatchObject({ kind: 'free' });
  });
});

describe('the seat of an appointment', () => {
  test('is one where the language is spoken, when one is free', async () => {
    const { organisationId, teamId, seatId, ask } = await openCounter();
    const french = await createSeat(organisationId, teamId, { languages: ['fr'] });
    expect(await ask({ language: 'nl' })).toMatchObject({ seatId });
    expect(await ask({ language: 'fr' })).toMatchObject({ seatId: french.id });
    expect(await ask({ language: 'de' })).toMatchObject({ kind: 'free' });
  });

  test('is free for the appointment that leaves it', async () => {
    const { organisationId, teamId, seatId, serviceId, ask } = await openCounter();
    const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
    const { id } = await createAppointment(place, 'a secret of links that only tests know', {
      startAt: toDate(monday),
    });
    expect(await ask()).toMatchObject({ kind: 'taken' });
    expect(await ask({ replaces: id })).toMatchObject({ kind: 'free', seatId });
  });

  test('is at a seat that is open then', async () => {
    const { organisationId, teamId, seatId, ask, inside } = await openCounter();
    const { id: other } = await createSeat(organisationId, teamId);
    const open = (seatIds: SeatId[]) =>
      inside(({ db }) => db.openingHours.updateMany({ where: { weekday: 1 }, data: { seatIds } }));
    await open([other]);
    expect(await ask()).toMatchObject({ kind: 'free', seatId: other });
    await open([seatId]);
    expect(await ask()).toMatchObject({ kind: 'free', seatId });
    await open([randomUUID() as SeatId]);
    expect(await ask()).toMatchObject({ kind: 'notOffered' });
  });

  test('stands in the building that was chosen, at the hours of that building', async () => {
    const { organisationId, teamId, ask, inside } = await openCounter();
    await inside(({ db }) => db.service.updateMany({ data: { channels: ['counter'] } }));
    const seats: { locationId: LocationId; seatId: SeatId }[] = [];
    for (const opensAtMinute of [540, 550]) {
      const { id: locationId } = await createLocation(organisationId);
      const { id: seatId } = await createSeat(organisationId, teamId, { channels: ['counter'], locationId });
      seats.push({ locationId, seatId });
      const hours = { channel: 'counter' as const, weekday: 1, opensAtMinute, closesAtMinute: 600 };
      await inside(({ db }) =>
        db.openingHours.create({ data: { ...hours, organisationId, teamId, locationId } }),
      );
    }
    const [here, there] = seats as [(typeof seats)[0], (typeof seats)[0]];
    const channel = 'counter';
    expect(await ask({ channel })).toMatchObject({ kind: 'free', ...here });
    expect(await ask({ channel, locationId: there.locationId })).toMatchObject({ kind: 'notOffered' });
    const later = addMinutes(monday, 10);
    expect(await ask({ channel }, later)).toMatchObject({ kind: 'free', ...there });
    expect(await ask({ channel, locationId: here.locationId }, later)).toMatchObject({ kind: 'notOffered' });
  });
});

describe('an interpreter', () => {
  test.each(['interpreter', 'signLanguage'] as const)('makes it longer: %s', async (need) => {
    const { ask, inside } = await openCounter();
    await inside(({ db }) => db.service.updateMany({ data: { interpreterMinutes: 15 } }));
    expect(await ask()).toMatchObject({ endAt: addMinutes(monday, 15) });
    expect(await ask({ needs: [need, 'companion'] })).toMatchObject({ endAt: addMinutes(monday, 30) });
  });
});
