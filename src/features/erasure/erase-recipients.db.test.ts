import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, CompanionLinkId } from '#journey/ids.ts';
import { waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { DAY_MILLISECONDS, MINUTE_MILLISECONDS } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createCompanionLink, createConversation } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { eraseRecipients } from './erase-recipients.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };

let counter: Counter;
beforeAll(async () => {
  counter = await createCounter();
});
afterAll(closeDatabase);

type Invited = { readonly id: CompanionLinkId; readonly appointmentId: AppointmentId };

async function invite(
  overrides: Parameters<typeof createAppointment>[2],
  state: 'accepted' | 'failedTemporarily' = 'accepted',
): Promise<Invited> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const { id: appointmentId } = await createAppointment(place, 'a secret of links', overrides);
  const to = { email: 'an@tolken.example', language: 'nl' } as const;
  const { id } = await createCompanionLink(organisation.id, appointmentId, to);
  await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId,
        companionLinkId: id,
        kind: 'companionLink',
        channel: 'email',
        state,
        sentTo: to.email,
        plannedAt: new Date(now),
        nextAttemptAt: new Date(now),
      },
    }),
  );
  return { id, appointmentId };
}

const endedAt = (endAt: number) => ({ startAt: new Date(endAt - 900_000), endAt: new Date(endAt) });
const tomorrow = now + DAY_MILLISECONDS;

test('the address of a third person goes as soon as there is no place for them and no word to them is on its way, and no other', async () => {
  const closes = waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS;
  const { organisation, teamId } = counter;
  const closed = await invite(endedAt(now - closes));
  const cancelled = await invite({ ...endedAt(tomorrow), state: 'cancelled', cancelledAt: new Date(now) });
  const spoken = await invite(endedAt(now));
  const onItsWay = await invite(
    { ...endedAt(tomorrow), state: 'cancelled', cancelledAt: new Date(now) },
    'failedTemporarily',
  );
  const ended = { state: 'ended', endedAt: new Date(now) } as const;
  await createConversation(organisation.id, teamId, spoken.appointmentId, ended);
  const open = await invite(endedAt(now - closes + 1_000));
  const coming = await invite(endedAt(tomorrow + DAY_MILLISECONDS));

  expect(await eraseRecipients(clock, organisation.id, 1)).toBe(3);
  const left = await withOrganisation(organisation.id, async ({ db }) => ({
    links: (await db.companionLink.findMany({ where: { email: { not: null } } })).map(({ id }) => id),
    messages: (await db.message.findMany({ where: { sentTo: { not: null } } })).map((m) => m.companionLinkId),
    events: await db.event.findMany({ where: { type: 'companion.recipientErased' } }),
  }));
  expect(left.links.toSorted()).toEqual([open.id, coming.id, onItsWay.id].toSorted());
  expect(left.messages.toSorted()).toEqual([open.id, coming.id, onItsWay.id].toSorted());
  for (const { id } of [closed, cancelled, spoken]) expect(JSON.stringify(left.events)).toContain(id);
  expect(JSON.stringify(left.events)).not.toContain('tolken');
});
