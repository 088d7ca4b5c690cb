import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { writeHeard } from '#db/heard-from.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { CompanionLinkId, MessageId, TeamId } from '#journey/ids.ts';
import { addMinutes } from '#journey/time.ts';
import { deriveCompanionToken } from '#shared/secrets.ts';
import { createCompanionLink } from '../../../prisma/factories/conversation-factories.ts';
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

const inOrganisation = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(world.organisationId, work);
type Met = Awaited<ReturnType<DeliveryWorld['meet']>>;
type Link = NonNullable<Parameters<typeof createCompanionLink>[2]>;

type Kind = 'companionLink' | 'companionMoved' | 'companionOff';

/** Somebody who is invited, with a message to them: the one that takes them their link, unless told otherwise. */
async function invite({ id: appointmentId, startAt }: Met, link: Link, kind: Kind = 'companionLink') {
  const { organisationId, bookedAt } = world;
  const companion = await createCompanionLink(organisationId, appointmentId, link);
  const at = new Date(bookedAt);
  const message = await inOrganisation(({ db }) =>
    db.message.create({
      data: {
        organisationId,
        appointmentId,
        kind,
        aboutStartAt: kind === 'companionLink' ? null : new Date(addMinutes(startAt, -24 * 60)),
        channel: link.phone ? 'sms' : 'email',
        companionLinkId: companion.id,
        plannedAt: at,
        nextAttemptAt: at,
      },
      select: { id: true },
    }),
  );
  return { linkId: companion.id, messageId: message.id as MessageId };
}

const pathOf = (id: CompanionLinkId) => `/join/${deriveCompanionToken(world.tools.linkSecret, id)}`;

describe('the link of a third person', () => {
  test('goes by mail to them alone, in their language, and says who asks, when and what they see', async () => {
    const appointment = await world.meet({ citizenName: 'Sofie Van Daele', phraseWords: ['klaver', 'brug'] });
    const email = 'an@tolken.example';
    const { linkId, messageId } = await invite(appointment, { email, language: 'fr', role: 'interpreter' });
    expect(await world.deliver(messageId)).toBe('accepted');
    expect(await world.inbox(appointment.email)).toEqual([]);
    const [mail] = await world.inbox(email);
    expect(mail?.subject).toMatch(/^On vous demande pour un appel vidéo\u00a0: mardi 24 novembre/);
    for (const said of ['Sofie Van Daele', 'interprète', 'Vous ne voyez ni documents', 'klaver', 'brug'])
      expect(mail?.text).toContain(said);
    expect(mail?.text).toContain(pathOf(linkId));
    // Not what it is for, nor the way to the citizen's own appointment.
    expect(mail?.text).not.toMatch(/\/l\/|\/services\//);
    expect(mail?.text).not.toContain(appointment.reference);
  });

  test('goes by text message, which names nobody', async () => {
    const appointment = await world.meet({ citizenName: 'Sofie Van Daele' });
    const { linkId, messageId } = await invite(appointment, { phone: '+32470550001', language: 'nl' });
    await world.deliver(messageId);
    const [text] = await world.textsTo('+32470550001');
    expect(text?.body).toContain(pathOf(linkId));
    expect(text?.body).not.toMatch(/Sofie|Daele|tolk/);
  });

  test('is not sent any more when it was withdrawn meanwhile, or the appointment is not over video', async () => {
    const email = 'bea@tolken.example';
    const withdrawn = await invite(await world.meet(), {
      email,
      language: 'nl',
      withdrawnAt: new Date(world.bookedAt),
    });
    expect(await world.deliver(withdrawn.messageId)).toBe('discarded');
    const phone = await invite(await world.meet({ channel: 'phone' }), { email, language: 'nl' });
    expect(await world.deliver(phone.messageId)).toBe('discarded');
    expect((await world.read(phone.messageId)).discardReason).toBe('companionGone');
    expect(await world.inbox(email)).toEqual([]);
  });

  test('that does not arrive says nothing of the citizen, and renews the page on which it stands', async () => {
    const appointment = await world.meet();
    const versionOf = async () =>
      (await inOrganisation(({ db }) => db.appointment.findFirstOrThrow({ where: { id: appointment.id } })))
        .pageVersion;
    const before = await versionOf();
    const { messageId } = await invite(appointment, { email: 'blocked@tolken.example', language: 'nl' });
    expect(await world.deliver(messageId)).toBe('failedForGood');
    expect(await inOrganisation((scope) => findFailingOf(scope, appointment.id))).toEqual([]);
    expect(await versionOf()).toBeGreaterThan(before);
  });

  test('is no word to the citizen: no gesture of theirs reads it, and nothing follows on it', async () => {
    const appointment = await world.meet();
    const sent = await invite(appointment, { email: 'cis@tolken.example', language: 'nl' });
    await world.deliver(sent.messageId);
    const failed = await invite(appointment, { phone: '+32470550002', language: 'nl' });
    expect(await world.deliver(failed.messageId)).not.toBe('notDue');
    const heard = await inOrganisation(async (scope) => {
      const { teamId } = await scope.db.appointment.findFirstOrThrow({ where: { id: appointment.id } });
      const at = world.bookedAt;
      const who = { appointmentId: appointment.id, teamId: teamId as TeamId, by: systemActor };
      await writeHeard(scope, { ...who, how: 'opened', at });
      return readSituations(scope, { now: at, only: appointment.id });
    });
    expect((await world.read(sent.messageId)).state).toBe('accepted');
    expect(heard.map(({ messages }) => messages)).toEqual([[]]);
  });
});

describe('word to a third person', () => {
  test('of another time says both, with their own link, and nothing of what it is for', async () => {
    const appointment = await world.meet({ citizenName: 'Sofie Van Daele', phraseWords: ['klaver', 'brug'] });
    const email = 'dora@tolken.example';
    const { linkId, messageId } = await invite(appointment, { email, language: 'en' }, 'companionMoved');
    expect(await world.deliver(messageId)).toBe('accepted');
    const [mail] = await world.inbox(email);
    expect(mail?.subject).toMatch(/^The video call is at another time: Tuesday 24 November/);
    for (const said of ['Monday 23 November', 'Tuesday 24 November', 'klaver', 'brug', pathOf(linkId)])
      expect(mail?.text).toContain(said);
    expect(mail?.text).not.toMatch(/\/l\/|\/services\//);
    expect(mail?.text).not.toContain(appointment.reference);
    expect(mail?.attachments.map(({ contentType }) => contentType)).not.toContain('text/calendar');
  });

  test('of its end goes though the appointment is cancelled, names the time that was agreed, and no link', async () => {
    const appointment = await world.meet({ state: 'cancelled', cancelledAt: new Date(world.bookedAt) });
    const phone = '+32470550011';
    const { messageId } = await invite(appointment, { phone, language: 'nl' }, 'companionOff');
    expect(await world.deliver(messageId)).not.toBe('discarded');
    const [text] = await world.textsTo(phone);
    expect(text?.body).toMatch(/maandag 23 november.* gaat niet door/);
    expect(text?.body).not.toMatch(/https?:|Sofie/);
  });
});
