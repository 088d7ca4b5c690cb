import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import { cancelAppointment } from '#features/changes/cancel-appointment.ts';
import { openingIntervals } from '#features/scheduling/opening-hours.ts';
import { admitCitizen } from '#features/seat/admit-citizen.ts';
import { readSeatView } from '#features/seat/queue-view.ts';
import { arrive } from '#features/waiting-room/arrive.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { localDateAt, weekdayOf } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { WalkInChannel } from '#journey/walk-in-channels.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { readCounters } from './counters.data.ts';
import { joinCounter } from './join-counter.ts';
import { readCounterState, type WalkInTools } from './walk-in-tools.ts';

const timeZone = 'Europe/Brussels';
/** A Tuesday, 10.00 in Brussels. */
const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };
const tools: WalkInTools = {
  clock,
  linkSecret: 'a secret of links that only tests know',
  openingsOf: openingIntervals,
  drawPhrase,
  drawReference,
};
const videoRooms = { grant: async () => {}, close: async () => {} } as unknown as VideoRooms;

let counter: Counter;
beforeEach(async () => {
  counter = await createCounter();
  await inside(({ db }) => db.node.updateMany({ data: { leaseExpiresAt: new Date(now + 3_600_000) } }));
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

/** Opens the counter on this weekday, from nine until noon unless told otherwise. */
const open = (opensAtMinute = 540, closesAtMinute = 720, mostWaiting = 10) =>
  inside(async ({ db, organisationId }) => {
    const { teamId } = counter;
    await db.walkInCounter.create({
      data: {
        organisationId,
        teamId,
        isOn: true,
        channels: ['video', 'chat'],
        languages: ['nl'],
        mostWaiting,
      },
    });
    const weekday = weekdayOf(localDateAt(epochMilliseconds(now), timeZone));
    await db.walkInHours.create({ data: { organisationId, teamId, weekday, opensAtMinute, closesAtMinute } });
  });
const join = (name = 'Koen Maes', submissionKey: string = randomUUID(), channel: WalkInChannel = 'video') =>
  joinCounter(tools, {
    organisation: { id: counter.organisation.id, timeZone },
    service: { id: counter.serviceId, teamId: counter.teamId, durationMinutes: 15, channels: ['video'] },
    channel,
    submissionKey,
    name,
    phone: null,
    language: 'nl',
  });
const rows = () => inside(({ db }) => db.appointment.findMany({ orderBy: { createdAt: 'asc' } }));
const comeIn = async (appointmentId: AppointmentId) => {
  const { id: visitId } = await createVisit(counter.organisation.id, appointmentId);
  await arrive({ organisationId: counter.organisation.id, visitId, nodeId: counter.nodeId, now });
  return visitId;
};

describe('coming without appointment', () => {
  test('gives a link, a turn and a place in the waiting room, and holds no seat', async () => {
    await open();
    const clerk = await createSeatedClerk(counter);
    await inside(({ db }) => db.staffSession.updateMany({ data: { expiresAt: new Date(now + 3_600_000) } }));
    const joined = await join();
    expect(joined).toMatchObject({ ok: true, value: { again: false } });
    const [row] = await rows();
    expect(row).toMatchObject({
      kind: 'walkIn',
      seatId: null,
      channel: 'video',
      state: 'booked',
      startAt: new Date(now),
      endAt: new Date(now + 15 * 60_000),
    });
    const id = row?.id as AppointmentId;
    const visitId = await comeIn(id);
    expect((await inside((scope) => loadVisitView(scope, visitId, now)))?.view).toMatchObject({
      stage: 'wait',
      waiting: { place: 1, expectedAt: now, delayMinutes: 0 },
    });
    const entry = (await readSeatView(clock, clerk.actor, timeZone))?.entries[0];
    expect(entry).toMatchObject({ seatId: null, state: 'waiting', turn: 1 });
    const conversationId = entry?.conversationId;
    if (conversationId == null) throw new Error('Nobody waits.');
    expect((await admitCitizen({ clock, videoRooms }, clerk.actor, conversationId)).ok).toBe(true);
  });

  test('one after the other are told one turn after the other, also when they come at once', async () => {
    await open();
    await createSeatedClerk(counter);
    await inside(({ db }) => db.staffSession.updateMany({ data: { expiresAt: new Date(now + 3_600_000) } }));
    await Promise.all([join('Koen Maes'), join('Lies Claes')]);
    expect((await rows()).map(({ startAt }) => (startAt.getTime() - now) / 60_000).sort()).toEqual([0, 15]);
  });

  test('waits from the moment they join, however far their turn', async () => {
    await open();
    const { reference } = await join().then((joined) => (joined.ok ? joined.value : { reference: null }));
    const later = new Date(now + 90 * 60_000);
    await inside(({ db }) =>
      db.appointment.updateMany({
        where: { reference: reference as string },
        data: {
          startAt: later,
          occupiedFromAt: later,
          endAt: new Date(+later + 1),
          occupiedUntilAt: new Date(+later + 1),
        },
      }),
    );
    const [row] = await rows();
    const visitId = await comeIn(row?.id as AppointmentId);
    expect((await inside((scope) => loadVisitView(scope, visitId, now)))?.view.stage).toBe('wait');
  });

  test('the same form sent twice joins once', async () => {
    await open();
    const key = randomUUID();
    const [one, two] = [await join('Koen Maes', key), await join('Koen Maes', key)];
    expect(two).toMatchObject({ ok: true, value: { again: true } });
    expect(one.ok && two.ok && one.value.linkToken === two.value.linkToken).toBe(true);
    expect(await rows()).toHaveLength(1);
  });

  test('is refused where there is no open counter, when it is closed, on a closing day, and past what fits', async () => {
    expect(await join()).toEqual({ ok: false, failure: { code: 'notOffered' } });
    await open(660, 720);
    expect(await join()).toEqual({ ok: false, failure: { code: 'closed' } });
    await inside(({ db }) =>
      db.walkInHours.updateMany({ data: { opensAtMinute: 540, closesAtMinute: 614 } }),
    );
    expect(await join()).toEqual({ ok: false, failure: { code: 'full' } });
    await inside(({ db }) => db.walkInHours.updateMany({ data: { closesAtMinute: 720 } }));
    await inside(({ db, organisationId }) =>
      db.closure.create({
        data: {
          organisationId,
          teamId: counter.teamId,
          date: new Date('2026-11-24'),
          reason: { nl: 'Feest', fr: 'Fête', en: 'Feast', de: 'Fest' },
        },
      }),
    );
    expect(await join()).toEqual({ ok: false, failure: { code: 'closed' } });
    const [known] = await inside((scope) => readCounters(scope));
    if (known === undefined) throw new Error('There is no counter.');
    const service = { id: counter.serviceId, durationMinutes: 15 };
    const state = await inside((scope) => readCounterState(tools, scope, known, { service, timeZone }));
    expect(state).toEqual({ kind: 'closed', opensAt: Date.UTC(2026, 11, 1, 8) });
    await inside(({ db }) => db.walkInCounter.updateMany({ data: { isOn: false } }));
    expect(await join()).toEqual({ ok: false, failure: { code: 'notOffered' } });
  });

  test('can be given up, which frees nobody’s time', async () => {
    await open();
    await join();
    const [row] = await rows();
    const id = row?.id as AppointmentId;
    const visitId = await comeIn(id);
    const jobQueue = { enqueueDelivery: async () => {} } as unknown as JobQueue;
    const actor = {
      kind: 'visitor',
      organisationId: counter.organisation.id,
      visitId,
      appointmentId: id,
      role: 'citizen',
    } as const;
    expect(await cancelAppointment({ clock, jobQueue }, actor, id)).toEqual({ ok: true, value: 'cancelled' });
    expect(await inside(({ db }) => db.freedTime.count())).toBe(0);
  });

  test('cannot be mistaken for an appointment: the database refuses a walk-in with a seat, and a booking without', async () => {
    await open();
    await join();
    const set = (data: object) => inside(({ db }) => db.appointment.updateMany({ data }));
    const { seatId } = await createSeatedClerk(counter);
    await expect(set({ seatId })).rejects.toThrow(/Appointment_kind_fits/);
    await expect(set({ kind: 'booked' })).rejects.toThrow(/Appointment_kind_fits|Appointment_can_be_reached/);
    await expect(set({ channel: 'phone' })).rejects.toThrow(/Appointment_kind_fits/);
  });
});
