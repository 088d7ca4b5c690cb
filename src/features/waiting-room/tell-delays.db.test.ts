import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, OrganisationId, TeamId } from '#journey/ids.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createConversation,
  createPresence,
  createVisit,
} from '../../../prisma/factories/conversation-factories.ts';
import { createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { tellDelays } from './tell-delays.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
const minute = 60_000;
const start = Math.floor(Date.now() / minute) * minute;

let organisationId: OrganisationId;
let teamId: TeamId;
let serviceId: Awaited<ReturnType<typeof createCounter>>['serviceId'];
let clerk: Awaited<ReturnType<typeof createSeatedClerk>>;
let nodeId: string;
let now = start;
const tools = { clock: { now: () => now }, jobQueue: { enqueueDelivery: async () => {} } as JobQueue };

beforeEach(async () => {
  const counter = await createCounter();
  organisationId = counter.organisation.id;
  ({ teamId, serviceId, nodeId } = counter);
  clerk = await createSeatedClerk(counter, {});
  now = start;
});

afterAll(closeDatabase);

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);

async function book(startMinute: number, overrides: Parameters<typeof createAppointment>[2] = {}) {
  const startAt = new Date(start + startMinute * minute);
  const place = { organisationId, teamId, seatId: clerk.seatId, serviceIds: [serviceId] };
  const { id } = await createAppointment(place, linkSecret, { startAt, ...overrides });
  return id;
}

/** A conversation of a quarter of an hour at the clerk's seat that began at the start. */
async function speak() {
  const appointmentId = await book(0);
  const { id } = await createConversation(organisationId, teamId, appointmentId, {
    state: 'admitted',
    clerkId: clerk.actor.staffMemberId,
    seatId: clerk.seatId,
    admittedAt: new Date(start),
  });
  return () =>
    inside(({ db }) =>
      db.conversation.updateMany({ where: { id }, data: { state: 'ended', endedAt: new Date(now) } }),
    );
}

/** Somebody in the waiting room. Gives how they leave it. */
async function wait(startMinute: number) {
  const appointmentId = await book(startMinute);
  const { id: visitId } = await createVisit(organisationId, appointmentId);
  await createConversation(organisationId, teamId, appointmentId);
  await createPresence(organisationId, { visitId, teamId, nodeId, arrivedAt: new Date(start) });
  return {
    id: appointmentId,
    leave: () => inside(({ db }) => db.presence.deleteMany({ where: { visitId } })),
  };
}

const lookAt = (minutes: number) => {
  now = start + minutes * minute;
  return tellDelays(tools, organisationId);
};
const where = (appointmentId: AppointmentId) => ({ appointmentId, kind: 'delayed' as const });
const messagesOf = async (id: AppointmentId) => {
  const rows = await inside(({ db }) =>
    db.message.findMany({ where: where(id), orderBy: [{ plannedAt: 'asc' }, { channel: 'asc' }] }),
  );
  return rows.map(({ channel, aboutStartAt }) => [
    channel,
    ((aboutStartAt?.getTime() ?? 0) - start) / minute,
  ]);
};
const toldOf = async (id: AppointmentId) => {
  const { toldStartAt } = await inside(({ db }) => db.appointment.findFirstOrThrow({ where: { id } }));
  return toldStartAt === null ? null : (toldStartAt.getTime() - start) / minute;
};

/** A conversation that does not end, two who wait for it, and others who come later. */
async function runLate() {
  const end = await speak();
  const present = [await wait(15), await wait(30)];
  const next = await book(45, { email: 'a@example.org', phone: '+32470123456' });
  const after = await book(60, { email: 'b@example.org', phone: null });
  const evening = await book(300);
  const catchUp = async () => {
    await end();
    for (const { leave } of present) await leave();
  };
  return { present, next, after, evening, catchUp };
}

describe('when the counter runs late', () => {
  test('who still has to come is told on every way, beyond the threshold; who is there sees it', async () => {
    const { present, next, after, evening } = await runLate();
    expect(await lookAt(20)).toBe(0);
    expect(await lookAt(30)).toBe(2);
    expect(await messagesOf(next)).toEqual([
      ['email', 65],
      ['sms', 65],
    ]);
    expect(await messagesOf(after)).toEqual([['email', 80]]);
    expect(await toldOf(next)).toBe(65);
    for (const id of [evening, ...present.map((each) => each.id)]) expect(await messagesOf(id)).toEqual([]);
    const events = await inside(({ db }) => db.event.findMany({ where: { stream: `appointment:${next}` } }));
    expect(events).toMatchObject([
      { type: 'appointment.delayed', payload: { expectedAt: start + 65 * minute } },
    ]);
  });

  test('nobody is told twice of the same delay, however often and by how many it is looked at', async () => {
    const { next } = await runLate();
    const rounds = await Promise.all([lookAt(30), lookAt(30), lookAt(30)]);
    expect(rounds.reduce((sum, count) => sum + count, 0)).toBe(2);
    for (const minutes of [31, 33, 36]) expect(await lookAt(minutes)).toBe(0);
    expect(await messagesOf(next)).toHaveLength(2);
  });

  test('who was told hears that it is on time after all', async () => {
    const { after, next, catchUp } = await runLate();
    await lookAt(30);
    await inside(({ db }) => db.message.updateMany({ where: where(after), data: { state: 'accepted' } }));
    await catchUp();
    expect(await lookAt(40)).toBe(1);
    expect(await messagesOf(after)).toEqual([
      ['email', 80],
      ['email', 60],
    ]);
    // Five minutes before the agreed time it would be of no use.
    expect(await messagesOf(next)).toHaveLength(2);
  });

  test('word that has not left yet is taken back instead', async () => {
    const { after, catchUp } = await runLate();
    await lookAt(30);
    await catchUp();
    expect(await lookAt(40)).toBe(0);
    expect(await toldOf(after)).toBeNull();
    expect(await messagesOf(after)).toEqual([['email', 80]]);
  });

  test('the municipality decides from when on, and whether at all', async () => {
    const { next } = await runLate();
    const policy = { organisationId, escalateUnreadMinutes: null, escalateBounced: true };
    await inside(({ db }) => db.messagePolicy.create({ data: { ...policy, delayNoticeMinutes: null } }));
    expect(await lookAt(30)).toBe(0);
    await inside(({ db }) => db.messagePolicy.updateMany({ data: { delayNoticeMinutes: 10 } }));
    expect(await lookAt(22)).toBe(0);
    expect(await lookAt(24)).toBe(2);
    expect(await toldOf(next)).toBe(60);
  });
});
