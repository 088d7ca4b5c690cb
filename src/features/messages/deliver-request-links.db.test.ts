import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import type { MessageId, ServiceId } from '#journey/ids.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../../scripts/testing/delivery-world.ts';
import { readSituations } from './escalation.data.ts';
import { findFailingOf } from './failing.data.ts';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld();
});

afterAll(async () => {
  await closeDatabase();
  await world.close();
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(world.organisationId, work);
type Met = Awaited<ReturnType<DeliveryWorld['meet']>>;

/** A text message that leads to something that is asked of whoever has the appointment. */
async function ask({ id: appointmentId }: Met, goesTo: string | null) {
  const service = await inside(({ db }) => db.service.findFirstOrThrow({ select: { id: true } }));
  const about = { appointmentId, serviceId: service.id as ServiceId };
  const { id: requestId } = await createRequest(world.organisationId, about);
  const at = new Date(world.bookedAt);
  const message = await inside(({ db, organisationId }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId,
        kind: 'requestLink',
        channel: 'sms',
        requestId,
        goesTo,
        plannedAt: at,
        nextAttemptAt: at,
      },
      select: { id: true },
    }),
  );
  return { requestId, messageId: message.id as MessageId };
}

describe('the link to what a clerk asks', () => {
  test('goes to a number that was typed beside the appointment’s own as the place for a spoken code, never as the link', async () => {
    const appointment = await world.meet({ phone: '+32470550107' });
    const { requestId, messageId } = await ask(appointment, '+32470550108');
    expect(await world.deliver(messageId)).toBe('accepted');
    const [text] = await world.textsTo('+32470550108');
    expect(text?.body).toContain(`${world.origin}/code\n`);
    expect(text?.body).not.toContain(deriveLinkToken(world.tools.linkSecret, appointment.id));
    expect(text?.body).not.toContain(requestId);
  });

  test('goes to the typed number of who gave no other, straight to the request, with the words, and names nobody', async () => {
    const appointment = await world.meet({ phraseWords: ['klaver', 'brug'] });
    const unreached = { kind: 'walkIn', seatId: null, phone: null, email: null } as const;
    await inside(({ db }) => db.appointment.updateMany({ where: { id: appointment.id }, data: unreached }));
    const { requestId, messageId } = await ask(appointment, '+32470550102');
    expect(await world.deliver(messageId)).toBe('accepted');
    const [text] = await world.textsTo('+32470550102');
    const token = deriveLinkToken(world.tools.linkSecret, appointment.id);
    expect(text?.body).toContain(`${world.origin}/l/${token}?request=${requestId}\n`);
    expect(text?.body).toContain('klaver brug');
    expect(text?.segments).toBeLessThanOrEqual(2);
  });

  test('goes to the appointment’s number as it is at that moment, where none was typed', async () => {
    const appointment = await world.meet({ phone: '+32470550103' });
    const { messageId } = await ask(appointment, null);
    await world.deliver(messageId);
    expect(await world.textsTo('+32470550103')).toHaveLength(1);
  });

  test('is not sent any more when it was settled meanwhile, or to a number that wants none', async () => {
    const { requestId, messageId } = await ask(await world.meet(), '+32470550104');
    await inside(({ db }) =>
      db.request.updateMany({
        where: { id: requestId },
        data: { state: 'withdrawn', settledAt: new Date(world.bookedAt) },
      }),
    );
    expect(await world.deliver(messageId)).toBe('discarded');
    expect((await world.read(messageId)).discardReason).toBe('requestSettled');
    const stopped = await ask(await world.meet(), '+32470550105');
    await inside((scope) => writeTextStop(scope, '+32470550105', new Date(world.bookedAt)));
    expect(await world.deliver(stopped.messageId)).toBe('discarded');
    expect((await world.read(stopped.messageId)).discardReason).toBe('textsStopped');
  });

  test('that does not arrive is followed up nowhere, and stands in no list of failing messages', async () => {
    const appointment = await world.meet({ phone: '+32470550106' });
    const { messageId } = await ask(appointment, '+32470550002');
    await world.deliver(messageId);
    await inside(({ db }) =>
      db.message.updateMany({
        where: { id: messageId },
        data: { state: 'failedForGood', settledAt: new Date(world.bookedAt) },
      }),
    );
    expect(await inside((scope) => findFailingOf(scope, appointment.id))).toEqual([]);
    const [situation] = await inside((scope) =>
      readSituations(scope, { now: world.bookedAt, only: appointment.id }),
    );
    expect(situation?.messages).toEqual([]);
  });
});
