import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { cancelAppointment } from '#features/changes/cancel-appointment.ts';
import { readSeatView } from '#features/seat/queue-view.ts';
import { sendBack } from '#features/seat/send-back.ts';
import type { VisitId } from '#journey/ids.ts';
import { wholeMinute } from '#journey/time.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createNode, createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { arrive } from './arrive.ts';
import { depart } from './depart.ts';
import { loadVisitView } from './visit-view.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.now();

let counter: Counter;
let nodeId: string;
beforeEach(async () => {
  counter = await createCounter();
  nodeId = await createNode(counter.organisation.id, new Date(start + 72 * hour));
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

/** Somebody with an appointment some minutes from now, who opened the link. */
async function invite(startMinute: number) {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const { id: appointmentId } = await createAppointment(
    { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] },
    'a secret of links that only tests know',
    { startAt: new Date(start + startMinute * minute) },
  );
  const { id: visitId } = await createVisit(organisation.id, appointmentId);
  return { appointmentId, visitId };
}
const connect = (visitId: VisitId, now = start, at = nodeId) =>
  arrive({ organisationId: counter.organisation.id, visitId, nodeId: at, now });
const vanish = (visitId: VisitId, now = start, from = nodeId) =>
  depart({ organisationId: counter.organisation.id, visitId, nodeId: from, now });
const see = async (visitId: VisitId, now = start) =>
  (await inside((scope) => loadVisitView(scope, visitId, now)))?.view;
const count = async () => ({
  conversations: await inside(({ db }) => db.conversation.count()),
  participants: await inside(({ db }) => db.participant.count()),
  present: await inside(({ db }) => db.presence.count()),
});

describe('nobody is a ghost in the waiting room', () => {
  test('two tabs of one browser are one person, who is there until the last is closed', async () => {
    const { visitId } = await invite(0);
    const other = await createNode(counter.organisation.id, new Date(start + hour));
    await Promise.all([connect(visitId), connect(visitId, start, other)]);
    expect(await count()).toEqual({ conversations: 1, participants: 1, present: 1 });
    const [held] = await inside(({ db }) => db.presence.findMany({ select: { nodeId: true } }));
    await vanish(visitId, start + minute, held?.nodeId === other ? nodeId : other);
    expect((await count()).present).toBe(1);
    await vanish(visitId, start + minute, held?.nodeId);
    expect((await count()).present).toBe(0);
  });

  test('a tab that slept for an hour is where it was: the same conversation, the place of the agreed time', async () => {
    const { appointmentId, visitId } = await invite(0);
    await connect(visitId);
    await vanish(visitId, start + minute);
    const later = await invite(10);
    await connect(later.visitId, start + 10 * minute);
    expect((await see(later.visitId, start + hour))?.waiting?.place).toBe(1);
    const clerk = await createSeatedClerk(counter);
    const rowOf = async () =>
      (await readSeatView({ now: () => start + hour }, clerk.actor, 'Europe/Brussels'))?.entries.find(
        (entry) => entry.appointmentId === appointmentId,
      );
    expect(await rowOf()).toMatchObject({ state: 'away', turn: null });
    await connect(visitId, start + hour);
    expect(await see(visitId, start + hour)).toMatchObject({ stage: 'wait', waiting: { place: 1 } });
    expect((await see(later.visitId, start + hour))?.waiting?.place).toBe(2);
    expect(await rowOf()).toMatchObject({ state: 'waiting', turn: 1 });
    expect(await count()).toEqual({ conversations: 2, participants: 2, present: 2 });
  });

  test('a tab whose appointment was cancelled while it slept is told so, and comes to no waiting room', async () => {
    const { appointmentId, visitId } = await invite(0);
    await connect(visitId);
    await vanish(visitId, start + minute);
    const actor = {
      kind: 'visitor',
      organisationId: counter.organisation.id,
      visitId,
      appointmentId,
      role: 'citizen',
    } as const;
    const jobQueue = { enqueueDelivery: async () => {} } as unknown as JobQueue;
    await cancelAppointment({ clock: { now: () => start + 2 * minute }, jobQueue }, actor, appointmentId);
    await connect(visitId, start + hour);
    expect((await see(visitId, start + hour))?.stage).toBe('cancelled');
    expect(await count()).toEqual({ conversations: 0, participants: 0, present: 0 });
  });

  test('who comes before any clerk keeps the place and hears of a time once somebody sits down', async () => {
    const { visitId } = await invite(0);
    await connect(visitId, start - 20 * minute);
    expect((await see(visitId))?.waiting).toMatchObject({ place: 1, expectedAt: null });
    await createSeatedClerk(counter);
    expect((await see(visitId))?.waiting).toMatchObject({ place: 1, expectedAt: wholeMinute(start) });
  });

  test('a link that is opened on another day prepares or says that it is over, and nobody stands in the queue', async () => {
    const { visitId } = await invite(0);
    await connect(visitId, start - 24 * hour);
    expect((await see(visitId, start - 24 * hour))?.stage).toBe('prepare');
    await connect(visitId, start + 24 * hour);
    expect((await see(visitId, start + 24 * hour))?.stage).toBe('missed');
    expect(await count()).toEqual({ conversations: 0, participants: 0, present: 0 });
  });

  test('who was sent back and left is away, and is taken again when they return', async () => {
    const { appointmentId, visitId } = await invite(0);
    await connect(visitId);
    const clerk = await createSeatedClerk(counter);
    const clock = { now: () => start + minute };
    const view = () => readSeatView(clock, clerk.actor, 'Europe/Brussels');
    const conversationId = (await view())?.entries[0]?.conversationId;
    if (conversationId == null) throw new Error('Nobody waits.');
    const videoRooms = { close: async () => {} } as unknown as VideoRooms;
    const wish = { reason: 'otherFirst', remark: '', isBehind: false } as const;
    await sendBack({ clock, videoRooms }, clerk.actor, conversationId, wish);
    await vanish(visitId, start + minute);
    expect((await view())?.entries[0]).toMatchObject({ appointmentId, state: 'away', turn: null });
    await connect(visitId, start + 2 * minute);
    expect((await view())?.entries[0]).toMatchObject({ state: 'waiting', turn: 1 });
    expect(await count()).toEqual({ conversations: 1, participants: 1, present: 1 });
  });
});
