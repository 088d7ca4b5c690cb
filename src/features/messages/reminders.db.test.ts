import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeJobQueue, pgBossQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { workDeliveries } from '#adapters/jobs/pg-boss-worker.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { MessageId } from '#journey/ids.ts';
import { planBookingMessages } from '#journey/message-plan.ts';
import { defaultMessagePolicy } from '#journey/message-policy.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../../scripts/testing/delivery-world.ts';
import { findDueChannels } from './delivery.data.ts';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld();
});

afterAll(async () => {
  await closeJobQueue();
  await closeDatabase();
  await world.close();
});

/** Where the worker's sweep would find something now. */
const dueChannels = () =>
  withOrganisation(world.organisationId, (scope) =>
    findDueChannels(scope, epochMilliseconds(world.tools.clock.now())),
  );

describe('a reminder', () => {
  test('is sent at its moment, exactly once, however often and by how many it is looked for', async () => {
    const appointment = await world.meet();
    const message = await world.plan(appointment, 'reminder');
    world.setClock(addMinutes(appointment.remindAt, -1));
    expect(await dueChannels()).toEqual([]);
    expect(await world.deliverDue()).toEqual(new Map());

    world.setClock(appointment.remindAt);
    expect(await dueChannels()).toEqual(['email']);
    const rounds = await Promise.all([world.deliverDue(), world.deliverDue(), world.deliver(message)]);
    expect(
      rounds.filter((round) => round === 'accepted' || (round instanceof Map && round.size > 0)),
    ).toHaveLength(1);
    world.setClock(addMinutes(appointment.remindAt, 3));
    expect(await dueChannels()).toEqual([]);
    const [mail, ...others] = await world.inbox(appointment.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Morgen hebt u een afspraak: dinsdag 24 november/);
    expect(mail?.attachments.map(({ contentType }) => contentType)).not.toContain('text/calendar');
  });

  test('is not sent when the start has come', async () => {
    const appointment = await world.meet();
    const message = await world.plan(appointment, 'reminder');
    world.setClock(appointment.startAt);
    expect(await world.deliver(message)).toBe('discarded');
    expect(await world.read(message)).toMatchObject({
      discardReason: 'tooLate',
      settledAt: new Date(appointment.startAt),
    });
    expect(await world.inbox(appointment.email)).toEqual([]);
    expect(await world.eventsOf(appointment.id)).toEqual([
      'appointment message.discarded',
      'team message.discarded',
    ]);
  });

  test('is not tried again past the start', async () => {
    const appointment = await world.meet({}, 'busy');
    const message = await world.plan(appointment, 'reminder');
    world.setClock(addMinutes(appointment.startAt, -1));
    expect(await world.deliver(message)).toBe('failedForGood');
    expect((await world.read(message)).failureCode).toBe('deferred');
  });

  test('is not sent of a cancelled appointment, whose notice is', async () => {
    const appointment = await world.meet();
    const message = await world.plan(appointment, 'reminder');
    await world.change(appointment.id, { state: 'cancelled', cancelledAt: new Date(world.bookedAt) });
    const notice = await world.plan(appointment, 'cancellation');
    world.setClock(appointment.remindAt);
    expect(await world.deliver(message)).toBe('discarded');
    expect((await world.read(message)).discardReason).toBe('appointmentCancelled');
    expect(await world.deliver(notice)).toBe('accepted');
    const [mail, ...others] = await world.inbox(appointment.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Uw afspraak is geannuleerd/);
    expect(mail?.text).not.toContain('/l/');
    const calendar = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
    expect(Buffer.from(calendar?.content ?? '', 'base64').toString()).toContain('METHOD:CANCEL');
  });
});

test('a booking and its messages come into being together, and the worker sends each when its moment comes', async () => {
  const { organisationId } = world;
  const { id, linkToken, email, startAt, remindAt } = await world.meet();
  const planned = planBookingMessages(
    { startAt, timeZone: 'Europe/Brussels', email, phone: null },
    world.bookedAt,
    defaultMessagePolicy,
  );
  const bookMessages = (fails: boolean) =>
    withOrganisation(organisationId, async (scope) => {
      const rows = await scope.db.message.createManyAndReturn({
        data: planned.map(({ plannedAt, aboutStartAt: _, ...message }) => {
          const at = new Date(plannedAt);
          return { ...message, organisationId, appointmentId: id, plannedAt: at, nextAttemptAt: at };
        }),
        select: { id: true, kind: true },
      });
      const due = rows.filter(({ kind }) => kind === 'confirmation').map((row) => row.id as MessageId);
      await pgBossQueue.enqueueDelivery(scope, due);
      if (fails) throw new Error('somebody else was first');
    });
  const arrived = (count: number) =>
    vi.waitFor(async () => expect(await world.inbox(email)).toHaveLength(count), { timeout: 8_000 });
  const seen: string[] = [];
  const stop = await workDeliveries(async ({ messageId }) => {
    seen.push(messageId);
    await world.deliver(messageId);
  });
  try {
    await expect(bookMessages(true)).rejects.toThrow('somebody else was first');
    await bookMessages(false);
    await arrived(1);
    expect((await world.inbox(email))[0]?.text).toContain(linkToken);
    expect(seen).toHaveLength(1);

    world.setClock(remindAt);
    await Promise.all([world.deliverDue(), world.deliverDue()]);
    await arrived(2);
  } finally {
    await stop();
  }
  expect(await world.inbox(email)).toHaveLength(2);
});
