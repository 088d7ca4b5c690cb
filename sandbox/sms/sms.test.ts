import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import twilio from 'twilio';
import type { RequestOptions } from 'twilio/lib/base/RequestClient.js';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeServer, listenLocally, readForm } from '../http.ts';
import type { RunningPeer } from '../peer.ts';
import { startSms } from './server.ts';
import { smsSettings } from './settings.ts';

const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
const authToken = 'a token that signs callbacks';
const order = { to: '+32470123456', from: 'Leiebeke', body: 'Uw afspraak is morgen om 10.40 uur.' };

let gateway: RunningPeer;
let base: string;

function open(stepMs: number, dataDirectory?: string) {
  const environment = { PORT: '0', ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, DATA_DIR: dataDirectory };
  return startSms(smsSettings.parse(environment), { stepMs });
}

beforeAll(async () => {
  gateway = await open(5);
  base = `http://127.0.0.1:${gateway.port}`;
});
afterEach(() => fetch(`${base}/api/messages`, { method: 'DELETE' }));
afterAll(() => gateway.close());

/** Twilio's own client, with its requests led to the gateway. */
class LocalClient extends twilio.RequestClient {
  readonly #base: string;

  constructor(base: string) {
    super();
    this.#base = base;
  }

  override request<Data>(options: RequestOptions<Data>) {
    return super.request<Data>({
      ...options,
      uri: options.uri.replace('https://api.twilio.com', this.#base),
    });
  }
}

function client(token = authToken, address = base) {
  return twilio(accountSid, token, { httpClient: new LocalClient(address) });
}

function post(
  fields: Record<string, string>,
  credentials = `${accountSid}:${authToken}`,
  account = accountSid,
) {
  return fetch(`${base}/2010-04-01/Accounts/${account}/Messages.json`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
  });
}

async function statusOf(sid: string) {
  return (await (await fetch(`${base}/api/messages/${sid}`)).json()).status;
}

describe('sending through the client of Twilio', () => {
  it('answers the message resource, queued, and delivers it', async () => {
    const sent = await client().messages.create(order);
    expect(sent).toMatchObject({
      ...order,
      accountSid,
      status: 'queued',
      direction: 'outbound-api',
      numSegments: '1',
      messagingServiceSid: null,
      errorCode: null,
      dateSent: null,
    });
    expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(Math.abs(sent.dateCreated.getTime() - Date.now())).toBeLessThan(5000);

    await vi.waitFor(async () => expect(await statusOf(sent.sid)).toBe('delivered'));
    const delivered = await client().messages(sent.sid).fetch();
    expect(delivered.status).toBe('delivered');
    expect(delivered.dateSent).toBeInstanceOf(Date);
  });

  it('takes a messaging service in place of a sender', async () => {
    const messagingServiceSid = `MG${'a'.repeat(32)}`;
    const sent = await client().messages.create({ to: order.to, body: 'Dag', messagingServiceSid });
    expect(sent).toMatchObject({ from: null, messagingServiceSid });
  });

  it('refuses a wrong token with 20003, and says where to read more', async () => {
    await expect(client('another token').messages.create(order)).rejects.toMatchObject({
      status: 401,
      code: 20003,
      moreInfo: 'https://www.twilio.com/docs/errors/20003',
    });
  });
});

describe('refusals', () => {
  const sound = { To: order.to, From: order.from, Body: order.body };

  it('takes the order that the refused ones below differ from, up to 1600 characters', async () => {
    expect((await post(sound)).status).toBe(201);
    const response = await post({ ...sound, Body: 'x'.repeat(1600) });
    expect(response.status).toBe(201);
    expect((await response.json()).num_segments).toBe('11');
  });

  it.each([
    ['no recipient', { To: '' }, 21604],
    ['a recipient without +', { To: '32470123456' }, 21211],
    ['a recipient with spaces', { To: '+32 470 12 34 56' }, 21211],
    ['a number of an impossible length', { To: '+324701' }, 21211],
    ['one number as recipient and sender', { From: order.to }, 21266],
    ['a blocked recipient', { To: '+32470120003' }, 21610],
    ['no sender', { From: '' }, 21603],
    ['a sender of twelve letters', { From: 'Stadsbestuur' }, 21212],
    ['an unknown messaging service', { MessagingServiceSid: 'MG1' }, 21701],
    ['no text', { Body: ' ' }, 21602],
    ['a text of 1601 characters', { Body: 'x'.repeat(1601) }, 21617],
    ['a callback that is no address', { StatusCallback: 'callback' }, 21609],
    ['a callback beyond this machine', { StatusCallback: 'http://example.org/' }, 21609],
  ])('refuses %s', async (_name, changes, code) => {
    const response = await post({ ...sound, ...changes });
    expect(response.status).toBe(400);
    const more = `https://www.twilio.com/docs/errors/${code}`;
    expect(await response.json()).toEqual({
      status: 400,
      code,
      message: expect.any(String),
      more_info: more,
    });
    expect(await (await fetch(`${base}/api/messages`)).json()).toEqual([]);
  });

  it('refuses whoever is not the account, and another account', async () => {
    const without = await fetch(`${base}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
      method: 'POST',
    });
    expect(without.status).toBe(401);
    expect((await post(sound, `${accountSid}:wrong`)).status).toBe(401);
    expect((await post(sound, `AC${'1'.repeat(32)}:${authToken}`)).status).toBe(401);
    const other = await post(sound, `${accountSid}:${authToken}`, `AC${'1'.repeat(32)}`);
    expect(other.status).toBe(404);
    expect((await other.json()).code).toBe(20404);
  });

  it('answers 20404 for an unknown message and 20004 for another method', async () => {
    await expect(
      client()
        .messages(`SM${'0'.repeat(32)}`)
        .fetch(),
    ).rejects.toMatchObject({ status: 404, code: 20404 });
    const list = await fetch(`${base}/2010-04-01/Accounts/${accountSid}/Messages.json`);
    expect(list.status).toBe(405);
    expect((await list.json()).code).toBe(20004);
  });
});

describe('status callbacks', () => {
  let receiver: Server;
  let address: string;
  const received: { parameters: Record<string, string>; signature: string }[] = [];

  beforeAll(async () => {
    receiver = createServer(async (request, response) => {
      const parameters = Object.fromEntries((await readForm(request)) ?? []);
      received.push({ parameters, signature: String(request.headers['x-twilio-signature']) });
      response.writeHead(204).end();
    });
    address = `http://leiebeke.localhost:${await listenLocally(receiver, 0)}/webhooks/sms?organisation=1`;
  });
  afterEach(() => received.splice(0));
  afterAll(() => closeServer(receiver));

  const states = () => received.map(({ parameters }) => parameters.MessageStatus);

  it('tell sent and delivered, in order, signed for the address and what they carry', async () => {
    const { sid } = await client().messages.create({ ...order, statusCallback: address });
    await vi.waitFor(() => expect(states()).toEqual(['sent', 'delivered']));
    for (const { parameters, signature } of received) {
      expect(parameters).toMatchObject({
        MessageSid: sid,
        AccountSid: accountSid,
        To: order.to,
        From: order.from,
      });
      expect(twilio.validateRequest(authToken, signature, address, parameters)).toBe(true);
      expect(
        twilio.validateRequest(authToken, signature, address, { ...parameters, To: '+32470000000' }),
      ).toBe(false);
      expect(twilio.validateRequest('another token', signature, address, parameters)).toBe(false);
    }
  });

  it.each([
    ['sms', '+32470123456', 'Leiebeke'],
    ['whatsapp', 'whatsapp:+32470123456', 'whatsapp:+32460001234'],
  ])('lead an answer by %s to where the message came from, signed', async (means, from, to) => {
    const { sid } = await client().messages.create({ ...order, statusCallback: address });
    // Told to the end: what is still to come would be taken for the next test's.
    await vi.waitFor(() => expect(received.at(-1)?.parameters.MessageStatus).toBe('delivered'));
    await vi.waitFor(async () => expect(await statusOf(sid)).toBe('delivered'));
    const answered = await fetch(`${base}/replies`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ phone: order.to, text: 'Het lukt niet é', means }),
    });
    expect(answered.status).toBe(303);
    const reply = received.find(({ parameters }) => parameters.Body !== undefined);
    expect(reply?.parameters).toMatchObject({ Body: 'Het lukt niet é', From: from, To: to, NumMedia: '0' });
    const url = new URL('/api/messages/incoming', address).href;
    expect(twilio.validateRequest(authToken, reply?.signature ?? '', url, reply?.parameters ?? {})).toBe(
      true,
    );
    expect(await (await fetch(`${base}/?to=${encodeURIComponent(order.to)}`)).text()).toContain(
      'beantwoord met 204',
    );
  });

  it.each([
    ['0001', 30003, ['sent', 'undelivered']],
    ['0002', 30005, ['failed']],
  ])('for a number that ends in %s tell error %i', async (ending, errorCode, expected) => {
    const { sid } = await client().messages.create({
      ...order,
      to: `+3247012${ending}`,
      statusCallback: address,
    });
    await vi.waitFor(() => expect(states()).toEqual(expected));
    expect(received.at(-1)?.parameters.ErrorCode).toBe(String(errorCode));
    expect(await client().messages(sid).fetch()).toMatchObject({ status: expected.at(-1), errorCode });
  });

  it('for a number that ends in 0005 tell everything twice and backwards', async () => {
    const { sid } = await client().messages.create({ ...order, to: '+32470120005', statusCallback: address });
    await vi.waitFor(() => expect(states()).toEqual(['delivered', 'delivered', 'sent', 'sent']));
    expect(await statusOf(sid)).toBe('delivered');
  });

  it('for a number that ends in 0004 never tell more than sent', async () => {
    const silent = await client().messages.create({ ...order, to: '+32470120004', statusCallback: address });
    const other = await client().messages.create(order);
    await vi.waitFor(async () => expect(await statusOf(other.sid)).toBe('delivered'));
    await vi.waitFor(() => expect(states()).toEqual(['sent']));
    expect(await statusOf(silent.sid)).toBe('sent');
  });

  it('that nobody answers do not hold the message up, and the inbox says so', async () => {
    const unheard = createServer();
    const port = await listenLocally(unheard, 0);
    await closeServer(unheard);
    const { sid } = await client().messages.create({ ...order, statusCallback: `http://127.0.0.1:${port}/` });
    await vi.waitFor(async () => {
      const { history } = await (await fetch(`${base}/api/messages/${sid}`)).json();
      expect(
        history.map(({ status, callbackAnswer }: Record<string, unknown>) => [status, callbackAnswer]),
      ).toEqual([
        ['queued', undefined],
        ['sent', null],
        ['delivered', null],
      ]);
    });
  });
});

describe('the inbox', () => {
  it('lists newest first, by number, and can be emptied', async () => {
    await client().messages.create({ ...order, body: 'first' });
    await client().messages.create({ ...order, to: '+32470123457', body: 'second' });
    const all = await (await fetch(`${base}/api/messages`)).json();
    expect(all.map(({ body }: { body: string }) => body)).toEqual(['second', 'first']);
    const one = await (await fetch(`${base}/api/messages?to=${encodeURIComponent(order.to)}`)).json();
    expect(one).toMatchObject([
      { body: 'first', to: order.to, from: order.from, segments: 1, encoding: 'GSM-7' },
    ]);
    expect((await fetch(`${base}/api/messages/SM0`)).status).toBe(404);
    expect((await fetch(`${base}/api/messages`, { method: 'DELETE' })).status).toBe(204);
    expect(await (await fetch(`${base}/api/messages`)).json()).toEqual([]);
  });

  it('shows a text with its links, everything from outside escaped', async () => {
    const body = '<script>alert(1)</script> Open http://leiebeke.localhost:3000/a/1.';
    await client().messages.create({ ...order, body });
    for (const query of ['', `?to=${encodeURIComponent(order.to)}`, '?to="><b>x']) {
      const response = await fetch(`${base}/${query}`);
      const page = await response.text();
      expect(page).not.toMatch(/<script>alert|<b>x/);
      expect(page).toContain('…0001');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const thread = await (await fetch(`${base}/?to=${encodeURIComponent(order.to)}`)).text();
    expect(thread).toContain('<a href="http://leiebeke.localhost:3000/a/1" target="_blank"');
  });

  it('keeps messages over a restart and goes on with those under way', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sms-'));
    try {
      const first = await open(60_000, directory);
      const { sid } = await client(authToken, `http://127.0.0.1:${first.port}`).messages.create(order);
      await first.close();
      expect(await readdir(directory)).toEqual([`${sid}.json`]);
      expect(JSON.parse(await readFile(join(directory, `${sid}.json`), 'utf8')).status).toBe('queued');

      const second = await open(5, directory);
      const message = async () => (await fetch(`http://127.0.0.1:${second.port}/api/messages/${sid}`)).json();
      await vi.waitFor(async () =>
        expect(await message()).toMatchObject({ body: order.body, status: 'delivered' }),
      );
      await second.close();
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
