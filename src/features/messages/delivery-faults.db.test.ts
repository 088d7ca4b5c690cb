import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase, useDatabase } from '#db/client.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import type { Mailer, SendOutcome } from '#ports/mailer.ts';
import { openLine } from '../../../scripts/testing/cuttable-line.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../../scripts/testing/delivery-world.ts';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld();
});

afterAll(async () => {
  await closeDatabase();
  await world.close();
});

/** Answers when told to, as a server does that a process waits for. */
function slowMailer() {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<SendOutcome>();
  const mailer: Mailer = {
    send: () => {
      asked.resolve();
      return answer.promise;
    },
  };
  return { mailer, asked: asked.promise, answer: answer.resolve };
}

describe('a process that dies or is slow', () => {
  test('holds a message for a minute; then it is taken up again', async () => {
    const { bookedAt, deliver } = world;
    const message = await world.plan(await world.meet(), 'confirmation');
    const dead = slowMailer();
    const never = deliver(message, { mailer: dead.mailer });
    await dead.asked;
    world.setClock(epochMilliseconds(bookedAt + 50_000));
    expect(await deliver(message)).toBe('notDue');
    world.setClock(addMinutes(bookedAt, 1));
    expect(await deliver(message)).toBe('accepted');
    dead.answer({ kind: 'failedTemporarily', code: 'noAnswer' });
    await never;
    expect(await world.read(message)).toMatchObject({ state: 'accepted', attempts: 2, failureCode: null });
  });

  test('still counts when its late answer is yes, and the second process cannot take that back', async () => {
    const message = await world.plan(await world.meet(), 'confirmation');
    const first = slowMailer();
    const late = world.deliver(message, { mailer: first.mailer });
    await first.asked;
    world.setClock(addMinutes(world.bookedAt, 1));
    const second = slowMailer();
    const other = world.deliver(message, { mailer: second.mailer });
    await second.asked;
    first.answer({ kind: 'accepted', providerReference: 'first' });
    await late;
    second.answer({ kind: 'failedTemporarily', code: 'deferred' });
    await other;
    expect(await world.read(message)).toMatchObject({ state: 'accepted', providerReference: 'first' });
  });
});

describe('a database that is away when the answer comes', () => {
  test('learns it as soon as it is back, and the message is not sent again', async () => {
    const appointment = await world.meet();
    const message = await world.plan(appointment, 'confirmation');
    const line = await openLine(process.env.DATABASE_URL ?? '');
    await closeDatabase();
    useDatabase(openDatabase(line.url));
    try {
      const cutting: Mailer = {
        send: async (mail) => {
          const outcome = await world.tools.mailer.send(mail);
          line.cut();
          return outcome;
        },
      };
      const delivered = world.deliver(message, { mailer: cutting });
      await vi.waitFor(() => expect(line.refused()).toBeGreaterThan(0), { timeout: 10_000 });
      line.mend();
      expect(await delivered).toBe('accepted');
      world.setClock(addMinutes(world.bookedAt, 5));
      expect(await world.deliver(message)).toBe('notDue');
    } finally {
      await closeDatabase();
      line.close();
    }
    expect(await world.inbox(appointment.email)).toHaveLength(1);
  });
});
