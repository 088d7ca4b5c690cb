import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailReader } from '#adapters/incoming-mail/mail-reader.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { takeBackTextStop } from '#db/text-stops.ts';
import type { MessageId } from '#journey/ids.ts';
import { addMinutes } from '#journey/time.ts';
import type { SmsSender } from '#ports/sms-sender.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../../scripts/testing/delivery-world.ts';
import { recordDeliveryReport } from './record-delivery-report.ts';
import { returnAddressOf, tokenOfMessage } from './return-address.ts';
import { takeMailReport } from './take-mail-report.ts';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld();
});

afterAll(async () => {
  await closeDatabase();
  await world.close();
});

type Word = 'accepted' | 'delivered' | 'read' | 'failedForGood';

const tell = (
  messageId: MessageId,
  state: Word,
  failureCode: string | null = null,
  providerReference = 'SM1',
) =>
  recordDeliveryReport(world.tools, world.organisationId, {
    messageId,
    providerReference,
    state,
    failureCode,
  });

async function sent(channel: 'email' | 'sms' = 'sms') {
  const appointment = await world.meet({ phone: '+32470123456' });
  const message = await world.plan(appointment, 'confirmation', channel);
  expect(await world.deliver(message)).toBe('accepted');
  return { appointment, message };
}

/** Deterministic, so that a failure can be looked into. */
function shuffle<Thing>(things: readonly Thing[], seed: number): Thing[] {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}

describe('what a provider tells of a message', () => {
  test('is remembered when it says that the number wants none: nothing more goes there until that is taken back', async () => {
    const phone = '+32470123499';
    const appointment = await world.meet({ phone });
    const first = await world.plan(appointment, 'confirmation', 'sms');
    expect(await world.deliver(first)).toBe('accepted');
    await tell(first, 'failedForGood', 'unsubscribed');
    const second = await world.plan(appointment, 'cancellation', 'sms');
    expect(await world.deliver(second)).toBe('discarded');
    expect((await world.read(second)).discardReason).toBe('textsStopped');
    await withOrganisation(world.organisationId, (scope) => takeBackTextStop(scope, phone));
    const third = await world.plan(appointment, 'moved', 'sms');
    expect(await world.deliver(third)).toBe('accepted');
  });

  test('ends alike in any order and however often, also when all of it comes at once', async () => {
    const words = [
      ['accepted', null],
      ['failedForGood', 'unreachableNumber'],
      ['failedForGood', 'blocked'],
      ['delivered', null],
    ] as const;
    const ends = new Set<string>();
    for (let seed = 1; seed <= 12; seed += 1) {
      const { appointment, message } = await sent();
      const told = shuffle([...words, ...words], seed).map(
        ([state, code]) =>
          () =>
            tell(message, state, code),
      );
      if (seed % 3 === 0) await Promise.all(told.map((say) => say()));
      else for (const say of told) await say();
      const { state, failureCode, settledAt } = await world.read(message);
      const events = await world.eventsOf(appointment.id);
      ends.add(JSON.stringify({ state, failureCode, settledAt }));
      expect(events.filter((event) => event === 'appointment message.delivered')).toHaveLength(1);
    }
    expect([...ends]).toEqual([
      JSON.stringify({ state: 'delivered', failureCode: null, settledAt: new Date(world.bookedAt) }),
    ]);
  });

  test('keeps of several reasons the same one, whichever came first', async () => {
    for (const codes of [
      ['blocked', 'unreachableNumber'],
      ['unreachableNumber', 'blocked'],
    ]) {
      const { message } = await sent();
      for (const code of codes) await tell(message, 'failedForGood', code);
      expect(await world.read(message)).toMatchObject({ state: 'failedForGood', failureCode: 'blocked' });
    }
  });

  test('counts when it comes before this side knows that the message was taken', async () => {
    const appointment = await world.meet({ phone: '+32470123456' });
    const message = await world.plan(appointment, 'confirmation', 'sms');
    const early: SmsSender = {
      send: async () => {
        expect(await tell(message, 'delivered')).toBe('recorded');
        world.setClock(addMinutes(world.bookedAt, 5));
        return { kind: 'accepted', providerReference: 'SM1' };
      },
    };
    await world.deliver(message, { smsSender: early });
    expect(await world.read(message)).toMatchObject({
      state: 'delivered',
      settledAt: new Date(world.bookedAt),
    });
    expect(await world.deliver(message)).toBe('notDue');
  });

  test('keeps a message from being sent again that the provider took without saying so', async () => {
    const appointment = await world.meet({ phone: '+32470123456' });
    const message = await world.plan(appointment, 'confirmation', 'sms');
    const silent: SmsSender = { send: async () => ({ kind: 'failedTemporarily', code: 'noAnswer' }) };
    expect(await world.deliver(message, { smsSender: silent })).toBe('failedTemporarily');
    await tell(message, 'accepted');
    world.setClock(addMinutes(world.bookedAt, 10));
    expect(await world.deliver(message)).toBe('notDue');
    expect((await world.read(message)).state).toBe('accepted');
  });

  test('is a stronger proof when it arrived than when it failed, also later', async () => {
    const { appointment, message } = await sent();
    await tell(message, 'failedForGood', 'notDelivered');
    expect(await world.read(message)).toMatchObject({ state: 'failedForGood', failureCode: 'notDelivered' });
    await tell(message, 'delivered', null, 'SM2');
    expect(await world.read(message)).toMatchObject({ state: 'delivered', failureCode: null });
    await tell(message, 'failedForGood', 'notDelivered', 'SM2');
    expect((await world.read(message)).state).toBe('delivered');
    expect((await world.eventsOf(appointment.id)).filter((event) => event.startsWith('team'))).toEqual([
      'team message.accepted',
      'team message.delivered',
      'team message.failedForGood',
    ]);
  });

  test('is refused of a message that is not here, or in another municipality', async () => {
    const unknown = crypto.randomUUID() as MessageId;
    expect(await tell(unknown, 'delivered')).toBe('unknownMessage');
    const { message } = await sent();
    const elsewhere = crypto.randomUUID() as typeof world.organisationId;
    const report = {
      messageId: message,
      providerReference: 'SM1',
      state: 'delivered',
      failureCode: null,
    } as const;
    expect(await recordDeliveryReport(world.tools, elsewhere, report)).toBe('unknownMessage');
    expect((await world.read(message)).state).toBe('accepted');
  });
});

/** A report as a mail server writes it (RFC 3464). */
function report(
  message: MessageId,
  block: readonly string[],
  of: { envelopeId?: string; original?: string } = {},
) {
  const lines = [
    'From: MAILER-DAEMON@mx.example.org',
    'To: somebody@leiebeke.example',
    'Subject: Undelivered Mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `Your mail ${message} could not be delivered.`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    ...(of.envelopeId === undefined ? [] : [`Original-Envelope-Id: ${of.envelopeId}`]),
    '',
    'Final-Recipient: rfc822; somebody@example.org',
    ...block,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Uw afspraak',
    ...(of.original === undefined ? [] : [`Message-ID: ${of.original}`]),
    '',
    '--b--',
    '',
  ];
  return mailReader.read(Buffer.from(lines.join('\r\n')));
}

const take = async (mail: Awaited<ReturnType<typeof report>>, recipient = 'balie@leiebeke.example') =>
  takeMailReport(
    { clock: world.tools.clock, linkSecret: world.tools.linkSecret },
    world.organisationId,
    recipient,
    mail,
  );

const failed = ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 No such', ' user here'];

describe('a mail that comes back', () => {
  test('asks for reports at an address of its own, under which its server can find it', async () => {
    const { appointment, message } = await sent('email');
    const [mail] = await world.inbox(appointment.email);
    const token = tokenOfMessage(world.tools.linkSecret, message);
    const source = await world.sourceOf(mail);
    expect(source).toMatch(`Return-Path: <balie+b${token}@leiebeke.example>`);
    expect((await world.read(message)).sentTo).toBe(appointment.email);
    const [delivered] = await world.inbox(returnAddressOf('balie@leiebeke.example', token));
    const incoming = await mailReader.read(Buffer.from(await world.sourceOf(delivered)));
    expect(incoming).toMatchObject({
      reports: [{ action: 'delivered', status: '2.1.5' }],
      envelopeId: token,
      originalMessageId: `${message}@leiebeke.example`,
    });
    expect(await take(incoming)).toMatchObject({ kind: 'recorded', messageId: message });
    expect((await world.read(message)).state).toBe('delivered');
  });

  test('is found by the address that it came back to, by its envelope, or by its own name', async () => {
    const { linkSecret } = world.tools;
    for (const way of ['address', 'envelope', 'name'] as const) {
      const { message } = await sent('email');
      const token = tokenOfMessage(linkSecret, message);
      const of = {
        address: {},
        envelope: { envelopeId: token.toUpperCase() },
        name: { original: `<${message}@leiebeke.example>` },
      }[way];
      const to = returnAddressOf('balie@leiebeke.example', token);
      const recipient = way === 'address' ? to : 'balie@leiebeke.example';
      expect(await take(await report(message, failed, of), recipient)).toMatchObject({ messageId: message });
      expect(await world.read(message)).toMatchObject({
        state: 'failedForGood',
        failureCode: 'unknownAddress',
      });
    }
  });

  test.each([
    [['Action: failed', 'Status: 5.2.2'], 'failedForGood', 'mailboxFull'],
    [['Action: failed', 'Status: 4.4.7'], 'failedForGood', 'unreachable'],
    [['Action: failed', 'Status: 5.7.1 (spam)'], 'failedForGood', 'blocked'],
    [['Action: failed', 'Status: nonsense'], 'failedForGood', 'notDelivered'],
    [['Action: delayed', 'Status: 4.4.1'], 'accepted', null],
    [['Action: relayed', 'Status: 2.0.0'], 'accepted', null],
    [['Action: Delivered', 'Status: 2.1.5'], 'delivered', null],
  ])('%j ends as %s: %s', async (block, state, failureCode) => {
    const { message } = await sent('email');
    const token = tokenOfMessage(world.tools.linkSecret, message);
    await take(await report(message, block), returnAddressOf('balie@leiebeke.example', token));
    expect(await world.read(message)).toMatchObject({ state, failureCode });
  });

  test('that it is held up is told once to who follows the appointment, and not of what arrived', async () => {
    const { appointment, message } = await sent('email');
    const token = tokenOfMessage(world.tools.linkSecret, message);
    const recipient = returnAddressOf('balie@leiebeke.example', token);
    const tellOf = async (action: string, status: string) =>
      take(await report(message, [`Action: ${action}`, `Status: ${status}`]), recipient);
    const events = async () =>
      (await world.eventsOf(appointment.id)).filter((event) => event.endsWith('heldUp'));
    await tellOf('delayed', '4.4.1');
    await tellOf('delayed', '4.4.1');
    expect(await events()).toEqual(['appointment message.heldUp', 'team message.heldUp']);
    await tellOf('delivered', '2.1.5');
    await tellOf('delayed', '4.2.2');
    expect(await events()).toHaveLength(2);
  });

  test('is nobody’s when its name was made up, and changes nothing when it says nothing', async () => {
    const { message } = await sent('email');
    const forged = returnAddressOf('balie@leiebeke.example', tokenOfMessage('another secret', message));
    expect(await take(await report(message, failed), forged)).toEqual({ kind: 'otherMail' });
    const token = tokenOfMessage(world.tools.linkSecret, message);
    const recipient = returnAddressOf('balie@leiebeke.example', token);
    const away = await mailReader.read(
      Buffer.from('Auto-Submitted: auto-replied\r\n\r\nI am away until Monday.'),
    );
    expect(await take(away, recipient)).toEqual({ kind: 'otherMail' });
    expect((await world.read(message)).state).toBe('accepted');
    const unknown = crypto.randomUUID() as MessageId;
    const of = { envelopeId: tokenOfMessage(world.tools.linkSecret, unknown) };
    expect(await take(await report(unknown, failed, of))).toMatchObject({
      kind: 'unknownMessage',
      messageId: unknown,
    });
  });
});
