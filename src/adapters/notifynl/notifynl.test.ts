import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeServer, listenLocally, readBody } from '../../../sandbox/http.ts';
import { startNotifyNl } from '../../../sandbox/notifynl/server.ts';
import type { RunningPeer } from '../../../sandbox/peer.ts';
import { createNotifyNlCallbacks } from './notifynl-callbacks.ts';
import { createNotifyNlSender, outcomeOfRefusal } from './notifynl-sender.ts';

const serviceId = '11111111-1111-4111-8111-111111111111';
const secret = '22222222-2222-4222-8222-222222222222';
const templateId = '33333333-3333-4333-8333-333333333333';
const callbackToken = 'a-token-of-at-least-thirty-two-signs';
const sms = {
  reference: 'organisation message',
  from: 'Balie',
  to: '+31612345678',
  text: 'Uw afspraak is morgen om 10.40 uur.',
  statusUrl: 'https://balie.example/unused',
};

let peer: RunningPeer;
let receiver: Server;
const receipts: { headers: Headers; body: string }[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const headers = new Headers({ authorization: request.headers.authorization ?? '' });
    receipts.push({ headers, body: (await readBody(request, 10_000)) ?? '' });
    response.writeHead(204).end();
  });
  const callbackUrl = `http://127.0.0.1:${await listenLocally(receiver, 0)}/api/messages/notifynl/status`;
  peer = await startNotifyNl({ port: 0, serviceId, secret, templateId, callbackUrl, callbackToken });
});

afterAll(async () => {
  await peer.close();
  await closeServer(receiver);
});

const sender = (changes: { apiKey?: string; templateId?: string; baseUrl?: string } = {}) =>
  createNotifyNlSender({
    apiKey: `balie-${serviceId}-${secret}`,
    templateId,
    baseUrl: `http://127.0.0.1:${peer.port}`,
    ...changes,
  });

describe('an SMS through NotifyNL', () => {
  test('is taken with its text and our own name for it', async () => {
    const outcome = await sender().send(sms);
    const [taken] = await (await fetch(`http://127.0.0.1:${peer.port}/api/messages`)).json();
    expect(outcome).toEqual({ kind: 'accepted', providerReference: taken.id });
    expect(taken).toMatchObject({ to: sms.to, text: sms.text, reference: sms.reference });
  });

  test('is given up for a number that is none', async () => {
    expect(await sender().send({ ...sms, to: '+311' })).toEqual({
      kind: 'failedForGood',
      code: 'invalidNumber',
    });
  });

  test('waits for our own settings to be put right: a wrong key, a template that is not there', async () => {
    const wrongKey = sender({ apiKey: `balie-${serviceId}-${serviceId}` });
    expect(await wrongKey.send(sms)).toEqual({ kind: 'failedTemporarily', code: 'signOnRefused' });
    const noTemplate = sender({ templateId: serviceId });
    expect(await noTemplate.send(sms)).toEqual({ kind: 'failedTemporarily', code: 'providerUnavailable' });
  });

  test('waits when nobody answers', async () => {
    const nobody = sender({ baseUrl: 'http://127.0.0.1:1' });
    expect(await nobody.send(sms)).toEqual({ kind: 'failedTemporarily', code: 'unreachable' });
  });

  test.each([
    [429, { kind: 'failedTemporarily', code: 'tooMany' }],
    [500, { kind: 'failedTemporarily', code: 'providerUnavailable' }],
    [400, { kind: 'failedForGood', code: 'refused' }],
  ])('that is refused with %i is not what it says in words: %j', (status, outcome) => {
    expect(outcomeOfRefusal(status, null)).toEqual(outcome);
  });
});

describe('what NotifyNL tells of it', () => {
  const callbacks = createNotifyNlCallbacks(() => callbackToken);
  const read = ({ headers, body }: (typeof receipts)[number]) => callbacks.read({ url: '', headers, body });

  test.each([
    ['+31612345678', 'delivered', null],
    ['+31612340001', 'failedForGood', 'unreachableNumber'],
    ['+31612340002', 'failedForGood', 'unknownNumber'],
    ['+31612340003', 'failedForGood', 'notDelivered'],
  ])('of a message to %s is %s, by our own name for it', async (to, state, failureCode) => {
    receipts.splice(0);
    const outcome = await sender().send({ ...sms, to });
    const providerReference = outcome.kind === 'accepted' ? outcome.providerReference : '';
    const receipt = await vi.waitFor(() => {
      expect(receipts).toHaveLength(1);
      return receipts[0] as (typeof receipts)[number];
    });
    expect(await read(receipt)).toEqual({
      kind: 'told',
      status: { providerReference, state, failureCode, ownReference: sms.reference },
    });
  });

  test('is forged without the token, and unreadable when it says nothing known', async () => {
    const [receipt] = receipts;
    const body = receipt?.body ?? '';
    const other = new Headers({ authorization: 'Bearer another-token-of-thirty-two-signs' });
    expect(await read({ headers: other, body })).toEqual({ kind: 'forged' });
    expect(await read({ headers: new Headers(), body })).toEqual({ kind: 'forged' });
    const headers = new Headers({ authorization: `Bearer ${callbackToken}` });
    expect(await read({ headers, body: '{' })).toEqual({ kind: 'unreadable' });
    const strange = JSON.stringify({ ...JSON.parse(body), status: 'teleported' });
    expect(await read({ headers, body: strange })).toEqual({ kind: 'unreadable' });
    const unset = createNotifyNlCallbacks(() => undefined);
    expect(await unset.read({ url: '', headers, body })).toEqual({ kind: 'forged' });
  });
});
