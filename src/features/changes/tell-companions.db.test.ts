import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import { addMinutes } from '#journey/time.ts';
import { createCompanionLink } from '../../../prisma/factories/conversation-factories.ts';
import { monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { moveAppointment } from './move-appointment.ts';

afterAll(closeDatabase);

const channels: Channel[] = ['video', 'phone'];

/** An appointment with two who were sent a link by mail, one by text message, one whose link was withdrawn, and one who was sent none. */
async function invited() {
  const world = await openChangeWorld(1, { service: { channels }, seat: { channels } });
  await world.openOn('phone');
  const { id: organisationId } = world.organisation;
  const sofie = await world.book(0);
  const links = [
    { email: 'an@tolken.example', language: 'fr' },
    { email: 'bea@tolken.example', language: 'nl' },
    { phone: '+32470550001', language: 'de' },
    { email: 'cis@tolken.example', language: 'nl', withdrawnAt: new Date(world.now()) },
    {},
  ] as const;
  const ids: string[] = [];
  for (const link of links) ids.push((await createCompanionLink(organisationId, sofie.id, link)).id);
  const told = () =>
    withOrganisation(organisationId, ({ db }) =>
      db.message.findMany({
        where: { companionLinkId: { not: null } },
        select: { id: true, kind: true, channel: true, companionLinkId: true, aboutStartAt: true },
      }),
    );
  return { ...world, sofie, ids, told };
}

const ways = ['email', 'email', 'sms'];

test('who was sent a link is told at once and once that the appointment is at another time', async () => {
  const { organisation, tools, sofie, ids, told, enqueued } = await invited();
  const startAt = addMinutes(monday, 60);
  const to = { organisation, appointmentId: sofie.id, startAt };
  expect(await moveAppointment(tools, sofie.actor, to)).toMatchObject({ ok: true });
  const messages = await told();
  expect(messages.map(({ channel }) => channel).sort()).toEqual(ways);
  expect(messages.map(({ companionLinkId }) => companionLinkId).sort()).toEqual(ids.slice(0, 3).sort());
  for (const message of messages) {
    expect(message).toMatchObject({ kind: 'companionMoved', aboutStartAt: new Date(monday) });
    expect(enqueued).toContain(message.id);
  }
});

test('and that there is no video call any more, whether it is cancelled or goes on otherwise', async () => {
  const cancelled = await invited();
  await cancelAppointment(cancelled.tools, cancelled.sofie.actor, cancelled.sofie.id);
  await cancelAppointment(cancelled.tools, cancelled.sofie.actor, cancelled.sofie.id);
  expect((await cancelled.told()).map(({ kind }) => kind)).toEqual(ways.map(() => 'companionOff'));

  const { organisation, tools, sofie, told } = await invited();
  const byPhone = {
    organisation,
    appointmentId: sofie.id,
    startAt: monday,
    channel: 'phone' as const,
    phone: '+32470123456',
  };
  expect(await moveAppointment(tools, sofie.actor, byPhone)).toMatchObject({ ok: true });
  expect((await told()).map(({ kind }) => kind)).toEqual(ways.map(() => 'companionOff'));
});
