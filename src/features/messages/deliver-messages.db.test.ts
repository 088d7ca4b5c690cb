import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSmtpMailer } from '#adapters/smtp/smtp-mailer.ts';
import { closeDatabase } from '#db/client.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../../scripts/testing/delivery-world.ts';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld();
});

afterAll(async () => {
  await closeDatabase();
  await world.close();
});

describe('a confirmation', () => {
  test('is sent once, though many workers try at the same time', async () => {
    const { plan, deliver, inbox, read, eventsOf } = world;
    const appointment = await world.meet();
    const message = await plan(appointment, 'confirmation');
    const results = await Promise.all(Array.from({ length: 8 }, () => deliver(message)));
    expect(results.sort()).toEqual(['accepted', ...Array.from({ length: 7 }, () => 'notDue')]);
    expect(await deliver(message)).toBe('notDue');
    expect(await inbox(appointment.email)).toHaveLength(1);
    expect(await read(message)).toMatchObject({ state: 'accepted', attempts: 1, failureCode: null });
    expect(await eventsOf(appointment.id)).toEqual(['appointment message.accepted', 'team message.accepted']);
  });

  test('arrives with the link, both texts, the pictures and the calendar file, under an identity of its own', async () => {
    const { origin, sender } = world;
    const appointment = await world.meet({ language: 'fr', citizenName: 'Zoë "Zo" d’Hondt, ing.' });
    const message = await world.plan(appointment, 'confirmation');
    await world.deliver(message);
    const [mail] = await world.inbox(appointment.email);
    expect(mail?.subject).toMatch(
      /^Votre rendez-vous est confirmé\u00a0: mardi 24 novembre, 1\d\u00a0h\u00a0\d\d$/,
    );
    expect(mail?.headers).toMatchObject({
      'message-id': [`<${message}@leiebeke.example>`],
      from: [expect.stringContaining('<balie@leiebeke.example>')],
      'content-language': ['fr'],
      'auto-submitted': ['auto-generated'],
    });
    expect((await world.read(message)).providerReference).toBe(`<${message}@leiebeke.example>`);
    for (const text of [mail?.text, mail?.html]) {
      expect(text).toContain(`${origin}/l/${appointment.linkToken}`);
      expect(text).toContain(appointment.reference);
    }
    const source = await world.sourceOf(mail);
    expect([...source.matchAll(/^Content-Type: ([^\s;]+)/gim)].map(([, type]) => type).sort()).toEqual([
      'image/png',
      'image/png',
      'multipart/alternative',
      'multipart/mixed',
      'multipart/related',
      'text/calendar',
      'text/html',
      'text/plain',
    ]);
    expect(source).toContain(`Content-ID: <facade@${sender.host}>`);
    const calendar = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
    expect(calendar?.filename).toBe('rendez-vous.ics');
    const entry = Buffer.from(calendar?.content ?? '', 'base64').toString();
    expect(entry).toContain(`UID:${appointment.id}@`);
  });

  test('goes to a mobile number as a text message', async () => {
    const phone = '+32470123456';
    const appointment = await world.meet({ email: null, phone });
    const message = await world.plan(appointment, 'confirmation', 'sms');
    expect(await world.deliver(message)).toBe('accepted');
    const [text, ...others] = await world.textsTo(phone);
    expect(others).toEqual([]);
    expect(text).toMatchObject({ from: 'Balie' });
    expect(text?.body).toContain(`${world.origin}/l/${appointment.linkToken}\n`);
    expect(text?.segments).toBeLessThanOrEqual(2);
    expect((await world.read(message)).providerReference).toMatch(/^SM/);
  });
});

describe('a message that the next server does not take', () => {
  test('waits and is tried again when that server is busy', async () => {
    const { bookedAt, deliver, read } = world;
    const appointment = await world.meet({}, 'busy');
    const message = await world.plan(appointment, 'confirmation');
    expect(await deliver(message)).toBe('failedTemporarily');
    expect(await read(message)).toMatchObject({
      failureCode: 'deferred',
      nextAttemptAt: new Date(addMinutes(bookedAt, 1)),
      settledAt: null,
    });
    world.setClock(epochMilliseconds(bookedAt + 50_000));
    expect(await deliver(message)).toBe('notDue');
    const email = appointment.email.replace('busy', 'ready');
    await world.change(appointment.id, { email });
    world.setClock(addMinutes(bookedAt, 1));
    expect(await deliver(message)).toBe('accepted');
    expect(await world.inbox(email)).toHaveLength(1);
    expect(await read(message)).toMatchObject({ attempts: 2, failureCode: null });
  });

  test('waits when no server answers at all', async () => {
    const message = await world.plan(await world.meet(), 'confirmation');
    const nobody = createSmtpMailer({ url: 'smtp://127.0.0.1:1' });
    expect(await world.deliver(message, { mailer: nobody })).toBe('failedTemporarily');
    expect((await world.read(message)).failureCode).toBe('unreachable');
  });

  test('is given up for an address that nobody has', async () => {
    const appointment = await world.meet({}, 'bounce');
    const message = await world.plan(appointment, 'confirmation');
    expect(await world.deliver(message)).toBe('failedForGood');
    expect(await world.read(message)).toMatchObject({
      failureCode: 'unknownAddress',
      settledAt: new Date(world.bookedAt),
    });
    expect(await world.deliver(message)).toBe('notDue');
    expect(await world.eventsOf(appointment.id)).toEqual([
      'appointment message.failedForGood',
      'team message.failedForGood',
    ]);
  });

  test('is given up for a number that wants no messages', async () => {
    const appointment = await world.meet({ phone: '+32470120003' });
    const message = await world.plan(appointment, 'confirmation', 'sms');
    expect(await world.deliver(message)).toBe('failedForGood');
    expect((await world.read(message)).failureCode).toBe('unsubscribed');
    expect(await world.eventsOf(appointment.id)).toContain('team texts.stopped');
    const cancellation = await world.plan(appointment, 'cancellation', 'sms');
    expect(await world.deliver(cancellation)).toBe('discarded');
    expect(await world.read(cancellation)).toMatchObject({ discardReason: 'textsStopped', attempts: 1 });
    const mail = await world.plan(appointment, 'confirmation', 'email');
    expect(await world.deliver(mail)).toBe('accepted');
  });

  test.each([
    ['Sofie\r\nBcc: everybody@example.org', ''],
    ['"Sofie" <everybody@example.org>,', ''],
    ['Sofie everybody＠example．org', ''],
    ['Sofie\r\nVan Daele', 'Sofie Van Daele'],
  ])(
    'arrives where it should though a name brings a line or an address of its own: %j',
    async (citizenName, name) => {
      const appointment = await world.meet({ citizenName });
      const message = await world.plan(appointment, 'confirmation');
      expect(await world.deliver(message)).toBe('accepted');
      const [mail] = await world.inbox(appointment.email);
      const head = (await world.sourceOf(mail)).split('\r\n\r\n')[0] ?? '';
      expect(head).toMatch(
        new RegExp(`^To: "?${name}"? ?<?${appointment.email.replace('+', '[+]')}>?$`, 'm'),
      );
      expect(head).not.toMatch(/^bcc|everybody/im);
      expect(await world.inbox('everybody@example.org')).toEqual([]);
    },
  );

  test('waits for a repair when it cannot even be written', async () => {
    const { bookedAt } = world;
    const message = await world.plan(await world.meet(), 'confirmation');
    const broken = { ...world.sender, theme: { brand: 'no colour' } };
    expect(await world.deliver(message, { from: broken })).toBe('failedTemporarily');
    world.setClock(addMinutes(bookedAt, 1));
    expect(await world.deliver(message)).toBe('accepted');
  });
});
