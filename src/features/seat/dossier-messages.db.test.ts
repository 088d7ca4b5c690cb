import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { findDossier } from './find-dossier.ts';
import { readSeatView } from './queue-view.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const hour = 3_600_000;
const clock = { now: () => now };

let counter: Counter;
let clerk: Awaited<ReturnType<typeof createSeatedClerk>>;

beforeAll(async () => {
  counter = await createCounter();
  clerk = await createSeatedClerk(counter);
});
afterAll(closeDatabase);

test('the dossier has what was sent, the newest first, and what happened to each; the queue has it in one mark', async () => {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const startAt = new Date(now + hour);
  const { id } = await createAppointment(place, 'a secret of links that only tests know', { startAt });
  const send = (channel: 'email' | 'sms', hoursAgo: number, happenings: readonly string[]) =>
    withOrganisation(organisation.id, async (scope) => {
      const at = new Date(now - hoursAgo * hour);
      const isRead = happenings.includes('read');
      const message = await scope.db.message.create({
        data: {
          organisationId: organisation.id,
          appointmentId: id,
          kind: channel === 'email' ? 'confirmation' : 'reminder',
          channel,
          plannedAt: at,
          nextAttemptAt: at,
          state: isRead ? 'read' : 'accepted',
          readAt: isRead ? at : null,
          settledAt: isRead ? at : null,
          sentTo: channel === 'email' ? 'sofie@example.org' : '+32470123456',
        },
      });
      for (const [index, what] of happenings.entries())
        await recordEvent(scope, {
          streams: [`appointment:${id}`],
          type: `message.${what}`,
          actor: systemActor,
          payload: {
            appointmentId: id,
            messageId: message.id,
            ...(what === 'discarded' && { discardReason: 'textsStopped' }),
          },
          at: at.getTime() + index,
        });
    });
  await send('email', 48, ['failedTemporarily', 'sentAgain', 'accepted', 'read']);
  await send('sms', 24, ['accepted', 'heldUp', 'escalated']);
  await send('sms', 72, ['discarded']);

  const dossier = await findDossier(clerk.actor, id, 'nl');
  expect(dossier?.messages).toMatchObject([
    {
      kind: 'reminder',
      channel: 'sms',
      sentTo: '0470 12 34 56',
      history: [{ what: 'accepted' }, { what: 'heldUp' }],
      failure: null,
    },
    {
      kind: 'confirmation',
      channel: 'email',
      sentTo: 'sofie@example.org',
      history: [{ what: 'failedTemporarily' }, { what: 'sentAgain' }, { what: 'accepted' }, { what: 'read' }],
    },
    { kind: 'reminder', channel: 'sms', history: [{ what: 'stopped' }] },
  ]);
  expect(dossier?.saidComingAt).toBeNull();
  const view = await readSeatView(clock, clerk.actor, 'Europe/Brussels');
  expect(view?.entries).toMatchObject([
    { appointmentId: id, messages: { kind: 'reminder', state: 'accepted' }, saidComing: false },
  ]);
});
