import { randomUUID } from 'node:crypto';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { ChangeTools } from '#features/changes/change-tools.ts';
import { readServiceTime } from '#features/scheduling/find-times.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { AppointmentId, MessageId, SeatId, VisitId } from '#journey/ids.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../prisma/factories/organisation-factories.ts';
import { createSeatedClerk } from '../../prisma/factories/seat-factories.ts';

const timeZone = 'Europe/Brussels';
/** A Friday morning, three days before the appointments. */
const beginning = Date.UTC(2026, 10, 20, 8);
export const monday = epochMilliseconds(Date.UTC(2026, 10, 23, 9));

/** A team with seats, one service of a quarter of an hour, and a clock that the test sets. */
export async function openChangeWorld(
  seats = 1,
  options: {
    readonly service?: Parameters<typeof createService>[2];
    readonly seat?: Parameters<typeof createSeat>[2];
  } = {},
) {
  const { id: organisationId, host } = await createOrganisation({ timeZone });
  const { id: teamId } = await createTeam(organisationId);
  const seatIds: SeatId[] = [];
  for (let count = 0; count < seats; count += 1)
    seatIds.push((await createSeat(organisationId, teamId, options.seat)).id);
  const { id: serviceId, slug } = await createService(organisationId, teamId, options.service);
  let now = beginning;
  const enqueued: MessageId[] = [];
  const tools: ChangeTools = {
    clock: { now: () => now },
    jobQueue: {
      enqueueDelivery: async (_scope, ids) => {
        enqueued.push(...ids);
      },
    },
    readServiceTime,
  };
  const read = (id: AppointmentId) =>
    withOrganisation(organisationId, ({ db }) =>
      db.appointment.findFirstOrThrow({
        where: { id },
        include: {
          messages: true,
          conversation: true,
          visits: true,
          earlierWish: { include: { offers: true } },
        },
      }),
    );

  return {
    organisation: { id: organisationId, timeZone },
    teamId,
    seatIds,
    slug,
    tools,
    enqueued,
    read,
    now: () => epochMilliseconds(now),
    setClock: (at: number) => {
      now = at;
    },

    /** Somebody with an appointment, minutes after Monday at ten, and what that citizen may. */
    book: async (
      minutes: number,
      overrides: NonNullable<Parameters<typeof createAppointment>[2]> & { readonly seatId?: SeatId } = {},
    ) => {
      const { seatId = seatIds[0] as SeatId, ...row } = overrides;
      const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
      const startAt = addMinutes(monday, minutes);
      const { id, reference } = await createAppointment(place, 'a secret of links that only tests know', {
        startAt: new Date(startAt),
        ...row,
      });
      const actor: VisitActor = {
        kind: 'visitor',
        organisationId,
        visitId: randomUUID() as VisitId,
        appointmentId: id,
        role: 'citizen',
      };
      return { id, reference, actor, startAt };
    },

    clerk: async (overrides: Parameters<typeof createSeatedClerk>[1] = {}): Promise<StaffActor> => {
      const counter = { organisation: { id: organisationId, host }, teamId, serviceId, nodeId: '' };
      return (await createSeatedClerk(counter, overrides)).actor;
    },

    /** Lets the team receive people on one more channel, at every hour. */
    openOn: (channel: 'phone' | 'counter') =>
      withOrganisation(organisationId, ({ db }) =>
        db.openingHours.createMany({
          data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
            organisationId,
            teamId,
            channel,
            weekday,
            opensAtMinute: 0,
            closesAtMinute: 1440,
          })),
        }),
      ),

    eventsOf: async (id: AppointmentId): Promise<string[]> => {
      const where = { payload: { path: ['appointmentId'], equals: id } };
      const rows = await withOrganisation(organisationId, ({ db }) => db.event.findMany({ where }));
      return rows.map(({ stream, type }) => `${stream.split(':')[0]} ${type}`).sort();
    },

    freed: () => withOrganisation(organisationId, ({ db }) => db.freedTime.findMany()),
  };
}

export type ChangeWorld = Awaited<ReturnType<typeof openChangeWorld>>;
