import { afterAll, describe, expect, inject, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { MessageId } from '#journey/ids.ts';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import { ask } from './support/http.ts';
import { closeDatabase, findMunicipality, linkSecret } from './support/product-database.ts';
import '../scripts/testing/provided-context.ts';

const { origins } = inject('stack');
const origin = origins.leiebeke as string;

/** The worker looks for what is due three times a minute. */
const patience = { timeout: 60_000, interval: 500 };

let day = 20;

/** Somebody with a time of their own, to whom a confirmation is due now. */
async function plan(channel: 'email' | 'sms', contact: { email?: string; phone?: string }) {
  const { id: organisationId } = await findMunicipality('leiebeke');
  const seat = await withOrganisation(organisationId, ({ db }) =>
    db.seat.findFirstOrThrow({ select: { id: true, teamId: true } }),
  );
  const service = await withOrganisation(organisationId, ({ db }) =>
    db.service.findFirstOrThrow({ where: { teamId: seat.teamId }, select: { id: true } }),
  );
  day += 1;
  const place = { organisationId, teamId: seat.teamId, seatId: seat.id, serviceIds: [service.id] } as never;
  const startAt = new Date(Date.now() + day * 86_400_000);
  const { id: appointmentId } = await createAppointment(place, linkSecret, { startAt, ...contact });
  const now = new Date();
  const data = { organisationId, appointmentId, kind: 'confirmation', channel, plannedAt: now } as const;
  const { id } = await withOrganisation(organisationId, ({ db }) =>
    db.message.create({ data: { ...data, nextAttemptAt: now }, select: { id: true } }),
  );
  return { organisationId, id: id as MessageId };
}

type Planned = Awaited<ReturnType<typeof plan>>;

const stateOf = async ({ organisationId, id }: Planned) => {
  const { state, failureCode } = await withOrganisation(organisationId, ({ db }) =>
    db.message.findFirstOrThrow({ where: { id }, select: { state: true, failureCode: true } }),
  );
  return failureCode === null ? state : `${state}: ${failureCode}`;
};

afterAll(closeDatabase);

describe('the product hears from outside what became of a message', () => {
  test.each([
    ['email', { email: 'arrives@example.org' }, 'delivered'],
    ['email', { email: 'later+e2e@example.org' }, 'failedForGood: unknownAddress'],
    ['email', { email: 'delayed+e2e@example.org' }, 'delivered'],
    ['sms', { phone: '+32470120001' }, 'failedForGood: unreachableNumber'],
    ['sms', { phone: '+32470120005' }, 'delivered'],
  ] as const)('by %s to %j: %s', async (channel, contact, end) => {
    const planned = await plan(channel, contact);
    await expect.poll(() => stateOf(planned), patience).toBe(end);
  });
});

describe('somebody else is not believed', () => {
  test('without the signature of the provider, and of a message that is not here', async () => {
    const path = `/api/messages/${crypto.randomUUID()}/status`;
    const body = `MessageSid=SM${'0'.repeat(32)}&MessageStatus=delivered`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask(origin, path, { method: 'POST', headers, body })).status).toBe(403);
    const signed = { ...headers, 'x-twilio-signature': 'bm90IHRoZSBzaWduYXR1cmU=' };
    expect((await ask(origin, path, { method: 'POST', headers: signed, body })).status).toBe(403);
    expect((await ask(origin, '/api/messages/x/status', { method: 'POST', headers, body })).status).toBe(404);
    expect((await ask(origin, path)).status).toBe(405);
  });

  test('without the secret of the mail server', async () => {
    const question = {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: 'Subject: x\r\n\r\n',
    };
    expect((await ask(origin, '/api/mail/incoming', question)).status).toBe(403);
    const wrong = { ...question.headers, authorization: 'Bearer something-else' };
    expect((await ask(origin, '/api/mail/incoming', { ...question, headers: wrong })).status).toBe(403);
  });
});
