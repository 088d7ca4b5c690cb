import { withOrganisation } from '#db/organisation-scope.ts';
import type { AbsenceTools } from '#features/absence/absence-tools.ts';
import { cancelAppointment } from '#features/changes/cancel-appointment.ts';
import type { ChangeTools } from '#features/changes/change-tools.ts';
import { moveAppointment } from '#features/changes/move-appointment.ts';
import { readOfferedDays, readServiceTime } from '#features/scheduling/find-times.ts';
import type { AppointmentId, MessageId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import { createCounter, createSeatedClerk } from '../../prisma/factories/seat-factories.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 7);
/** Minutes after ten on the day after. */
const at = (minutes: number) => epochMilliseconds(Date.UTC(2026, 10, 24, 9) + minutes * minute);

export const absenceTimes = { minute, now, at, day: { startAt: at(-120), endAt: at(600) } };

export type AbsenceWorld = Awaited<ReturnType<typeof openAbsenceWorld>>;

/** A counter with a seat whose clerk is ill, a supervisor who sits nowhere, and what settling an absence needs. */
export async function openAbsenceWorld() {
  const counter = await createCounter();
  const organisation = { id: counter.organisation.id, timeZone: 'Europe/Brussels' };
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const { actor: supervisor, seatId } = await createSeatedClerk(counter, { roles: ['supervisor'] });
  await inside(({ db }) => db.seat.updateMany({ where: { id: seatId }, data: { retiredAt: new Date(now) } }));
  const { id: sick } = await createSeat(organisation.id, counter.teamId, { name: 'Balie ziek' });
  const enqueued: MessageId[] = [];
  return {
    counter,
    organisation,
    supervisor,
    sick,
    tools: toolsOf(enqueued),
    /** The messages that were sent off. */
    enqueued,
    inside,
    otherSeat: async () => (await createSeat(organisation.id, counter.teamId, { name: 'Balie vrij' })).id,
    book: async (minutes: number, onSeat = sick, overrides: Parameters<typeof createAppointment>[2] = {}) => {
      const { teamId, serviceId } = counter;
      const place = { organisationId: organisation.id, teamId, seatId: onSeat, serviceIds: [serviceId] };
      const startAt = new Date(at(minutes));
      return (await createAppointment(place, 'a secret', { startAt, ...overrides })).id;
    },
    read: (id: AppointmentId) =>
      inside(({ db }) =>
        db.appointment.findFirstOrThrow({
          where: { id },
          select: { seatId: true, startAt: true, state: true },
        }),
      ),
  };
}

function toolsOf(enqueued: MessageId[]): AbsenceTools {
  const jobQueue: ChangeTools['jobQueue'] = {
    enqueueDelivery: async (_scope, ids) => {
      enqueued.push(...ids);
    },
  };
  const clock = { now: () => now };
  const changeTools = { clock, jobQueue, readServiceTime };
  return {
    clock,
    readOfferedDays,
    readServiceTime,
    move: (actor, organisation, change) => moveAppointment(changeTools, actor, { organisation, ...change }),
    cancel: (actor, id) => cancelAppointment(changeTools, actor, id),
  };
}
