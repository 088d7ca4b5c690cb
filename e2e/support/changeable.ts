import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { ChangeTools } from '#features/changes/change-tools.ts';
import { moveAppointment } from '#features/changes/move-appointment.ts';
import { readServiceTime } from '#features/scheduling/find-times.ts';
import type { AppointmentId, SeatId } from '#journey/ids.ts';
import { toEpoch } from '#journey/time.ts';
import { visitCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createVisit } from '../../prisma/factories/conversation-factories.ts';
import {
  createLocation,
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../prisma/factories/organisation-factories.ts';
import { createSeatedClerk } from '../../prisma/factories/seat-factories.ts';
import { giveCookie } from './counter.ts';
import { createPerson, type Person, type PersonOptions } from './people.ts';
import { linkSecret } from './product-database.ts';

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });
const quarter = 15 * 60_000;

/** The product's own worker finds the messages by itself. */
const tools: ChangeTools = {
  clock: { now: () => Date.now() },
  jobQueue: { enqueueDelivery: async () => {} },
  readServiceTime,
};

/** A whole quarter of an hour, so many from now: times are offered at those. */
export function quartersFromNow(count: number): Date {
  return new Date((Math.floor(Date.now() / quarter) + count) * quarter);
}

/** A municipality of a test's own that receives people at any hour by video, by telephone and at one counter. */
export async function openTownOfChanges(
  options: { readonly seats?: number; readonly service?: Parameters<typeof createService>[2] } = {},
) {
  const { id, host } = await createOrganisation();
  const { id: teamId } = await createTeam(id);
  const { id: locationId } = await createLocation(id, {
    name: everywhere('Stadhuis'),
    streetLine: 'Kerkstraat 12',
    postalCode: '9800',
    city: 'Deinze',
  });
  const channels = ['video' as const, 'phone' as const, 'counter' as const];
  const seatIds: SeatId[] = [];
  for (let count = 0; count < (options.seats ?? 1); count += 1)
    seatIds.push((await createSeat(id, teamId, { channels, locationId })).id);
  await withOrganisation(id, ({ db }) =>
    db.openingHours.createMany({
      data: (['phone', 'counter'] as const).flatMap((channel) =>
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          organisationId: id,
          teamId,
          channel,
          weekday,
          opensAtMinute: 0,
          closesAtMinute: 1440,
        })),
      ),
    }),
  );
  const { id: serviceId, slug } = await createService(id, teamId, {
    channels,
    name: everywhere('Rijbewijs'),
    slug: `s-${randomUUID()}`,
    ...options.service,
  });
  const origin = `http://${host}:${inject('stack').webPort}`;
  return {
    origin,
    slug,
    organisationId: id,
    teamId,
    /** Books for somebody with a mailbox of their own. */
    book: async (
      startAt: Date,
      overrides: NonNullable<Parameters<typeof createAppointment>[2]> & { readonly seatId?: SeatId } = {},
    ) => {
      const { seatId = seatIds[0] as SeatId, ...row } = overrides;
      const place = { organisationId: id, teamId, seatId, serviceIds: [serviceId] };
      const email = `${randomUUID().slice(0, 8)}@example.org`;
      const appointment = await createAppointment(place, linkSecret, { startAt, email, ...row });
      return { ...appointment, email, startAt };
    },
    /** Lets nobody be called on the days around a moment. */
    closePhone: (at: Date) =>
      withOrganisation(id, async ({ db }) => {
        const weekday = at.getUTCDay() === 0 ? 7 : at.getUTCDay();
        const near = [weekday, (weekday % 7) + 1];
        await db.openingHours.deleteMany({ where: { channel: 'phone', weekday: { in: near } } });
      }),
    moveByStaff: async (appointmentId: AppointmentId, startAt: Date) => {
      const counter = { organisation: { id, host }, teamId, serviceId, nodeId: '' };
      const { actor } = await createSeatedClerk(counter);
      const organisation = { id, timeZone: 'Europe/Brussels' };
      await moveAppointment(tools, actor, { organisation, appointmentId, startAt: toEpoch(startAt) });
    },
    /** As if two hours passed. */
    letOffersRunOut: () =>
      withOrganisation(id, async ({ db }) => {
        const past = { createdAt: new Date(Date.now() - 7_200_000), expiresAt: new Date(Date.now() - 1_000) };
        await db.earlierTimeOffer.updateMany({ where: { state: 'open' }, data: past });
        await db.timeHold.updateMany({ data: past });
      }),
    holds: () => withOrganisation(id, ({ db }) => db.timeHold.findMany()),
    /** As if five minutes passed. */
    letHoldsEnd: () =>
      withOrganisation(id, ({ db }) =>
        db.timeHold.updateMany({
          data: { createdAt: new Date(Date.now() - 301_000), expiresAt: new Date(Date.now() - 1_000) },
        }),
      ),
    read: (appointmentId: AppointmentId) =>
      withOrganisation(id, ({ db }) =>
        db.appointment.findFirstOrThrow({ where: { id: appointmentId }, include: { seat: true } }),
      ),
    /** A browser that opened the link, at the appointment's own page. */
    open: async (
      browser: Browser,
      { id: appointmentId, reference }: Awaited<ReturnType<typeof createAppointment>>,
      personOptions: PersonOptions = {},
    ): Promise<Person> => {
      const visit = await createVisit(id, appointmentId);
      const person = await createPerson(browser, origin, personOptions);
      await giveCookie(person, origin, visitCookie(reference), visit.token);
      await person.page.goto(`/a/${reference}`);
      return person;
    },
  };
}
