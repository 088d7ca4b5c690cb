import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../../scripts/testing/delivery-world.ts';
import { measureSms } from './sms-text.ts';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld();
  const say = (channel: 'email' | 'sms', part: string, text: string) =>
    withOrganisation(world.organisationId, ({ db, organisationId }) =>
      db.messageText.create({
        data: {
          organisationId,
          kind: 'confirmation',
          channel,
          language: 'nl',
          part,
          text,
          changedAt: new Date(world.bookedAt),
        },
      }),
    );
  await say('email', 'title', 'Welkom bij {organisation}');
  await say('sms', 'text', 'Tot dan 👋 {moment} {link} {words}');
});

afterAll(async () => {
  await closeDatabase();
  await world.close();
});

test('a mail says what the municipality says in words of its own, in that language alone', async () => {
  for (const [language, title] of [
    ['nl', 'Welkom bij Stad Leiebeke'],
    ['en', 'Your appointment is booked'],
  ] as const) {
    const appointment = await world.meet({ language });
    await world.deliver(await world.plan(appointment, 'confirmation'));
    const [mail] = await world.inbox(appointment.email);
    for (const text of [mail?.text, mail?.html]) expect(text).toContain(title);
  }
});

test('a text message with an emoji in it arrives with it, in as many parts as that takes', async () => {
  const phone = '+32470123457';
  const appointment = await world.meet({ email: null, phone });
  expect(await world.deliver(await world.plan(appointment, 'confirmation', 'sms'))).toBe('accepted');
  const [text] = await world.textsTo(phone);
  expect(text?.body).toMatch(/^Tot dan 👋 dinsdag 24 november, .+ http:\/\/\S+ \S+ \S+$/);
  const { encoding, parts } = measureSms(text?.body ?? '');
  expect([encoding, text?.segments]).toEqual(['UCS-2', parts]);
});
