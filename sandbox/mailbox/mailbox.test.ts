import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeServer, listenLocally, readBody } from '../http.ts';
import { startMailbox } from './server.ts';
import { mailboxSettings } from './settings.ts';

const slowAnswerMs = 150;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let base: string;

function open(dataDirectory?: string) {
  const environment = { SMTP_PORT: '0', HTTP_PORT: '0', DATA_DIR: dataDirectory };
  return startMailbox(mailboxSettings.parse(environment), { slowAnswerMs, laterMs: 5 });
}

beforeAll(async () => {
  mailbox = await open();
  base = `http://127.0.0.1:${mailbox.port}`;
});
afterEach(() => fetch(`${base}/api/messages`, { method: 'DELETE' }));
afterAll(() => mailbox.close());

const letter = {
  from: 'Stad Leiebeke <balie@leiebeke.example>',
  to: 'sofie@example.org',
  subject: 'Uw afspraak: één moment',
  text: 'Dag Sofie, open http://leiebeke.localhost:3000/a/1.',
  html: '<p>Dag <b>Sofie</b></p><script>alert(1)</script>',
};

async function send(mail: SendMailOptions = letter, port = mailbox.smtpPort) {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port });
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

/** Speaks SMTP by hand: sends each line after the answer to the one before; answers the last reply. */
async function converse(lines: string[], port = mailbox.smtpPort): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const replies = socket.setEncoding('latin1')[Symbol.asyncIterator]();
  const reply = async () => {
    let text = '';
    while (!/^\d{3} .*\r\n$/m.test(text)) {
      const { value, done } = await replies.next();
      if (done) break;
      text += value;
    }
    return text.trim();
  };
  let last = await reply();
  for (const line of lines) {
    socket.write(`${line}\r\n`, 'latin1');
    last = await reply();
  }
  socket.destroy();
  return last;
}

function converseData(message: string): Promise<string> {
  return converse([
    'EHLO test.example',
    'MAIL FROM:<a@leiebeke.example>',
    'RCPT TO:<b@example.org>',
    'DATA',
    `${message}\r\n.`,
  ]);
}

async function list(query: Record<string, string> = {}) {
  return (await fetch(`${base}/api/messages?${new URLSearchParams(query)}`)).json();
}

describe('delivering', () => {
  it('keeps a message whole: sender, recipient, subject, parts, header and attachments', async () => {
    const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const attachments = [{ filename: 'afspraak.ics', contentType: 'text/calendar', content: calendar }];
    const sent = await send({ ...letter, attachments });
    const [summary] = await list({ to: 'SOFIE@example.org' });
    expect(summary).toMatchObject({ from: letter.from, to: [letter.to], subject: letter.subject });
    expect(sent.response).toBe(`250 2.0.0 queued as ${summary.id}`);
    expect(new Date(summary.receivedAt).toISOString()).toBe(summary.receivedAt);

    const message = await (await fetch(`${base}/api/messages/${summary.id}`)).json();
    expect(message.text.trim()).toBe(letter.text);
    expect(message.html).toContain('<b>Sofie</b>');
    expect(message.headers['message-id']).toEqual([sent.messageId]);
    expect(message.envelope).toEqual({ from: 'balie@leiebeke.example', to: [letter.to] });
    expect(message.attachments).toMatchObject([{ filename: 'afspraak.ics', contentType: 'text/calendar' }]);
    expect(Buffer.from(message.attachments[0].content, 'base64').toString()).toBe(calendar);

    const source = await fetch(`${base}/api/messages/${summary.id}/source`);
    expect(source.headers.get('content-type')).toBe('message/rfc822');
    const text = await source.text();
    expect(text).toMatch(
      /^Return-Path: <balie@leiebeke\.example>\r\nDelivered-To: sofie@example\.org\r\nReceived: /,
    );
    expect(text).toContain(`Message-ID: ${sent.messageId}`);
  });

  it('makes up no text part and no HTML part', async () => {
    await send({ ...letter, text: undefined });
    await send({ ...letter, html: undefined });
    const [plain, rich] = await Promise.all(
      (await list()).map(async ({ id }: { id: string }) =>
        (await fetch(`${base}/api/messages/${id}`)).json(),
      ),
    );
    expect(plain.html).toBeNull();
    expect(rich.text).toBeNull();
  });

  it('lists newest first, by recipient and since a moment', async () => {
    await send({ ...letter, subject: 'first' });
    await send({ ...letter, subject: 'second', to: 'jan@example.org' });
    const all = await list();
    expect(all.map(({ subject }: { subject: string }) => subject)).toEqual(['second', 'first']);
    expect(await list({ to: 'jan@example.org' })).toEqual([all[0]]);
    expect(await list({ since: all[0].receivedAt })).toEqual([all[0]]);
    expect(await list({ since: '2999-01-01T00:00:00Z' })).toEqual([]);
    const wrong = await fetch(`${base}/api/messages?since=yesterday`);
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({ error: 'invalid_parameter', parameter: 'since' });
  });

  it('answers 404 for a message that is not there', async () => {
    expect((await fetch(`${base}/api/messages/none`)).status).toBe(404);
    expect((await fetch(`${base}/api/messages/none/source`)).status).toBe(404);
    expect((await fetch(`${base}/messages/none`)).status).toBe(404);
  });

  it('offers DSN and reports a delivery to whoever asked for it', async () => {
    const dsn = {
      id: 'appointment-42',
      return: 'headers' as const,
      notify: 'success' as const,
      recipient: letter.to,
    };
    await send({ ...letter, envelope: { from: 'bounces+42@leiebeke.example', to: letter.to }, dsn });
    const [summary] = await list({ to: 'bounces+42@leiebeke.example' });
    const report = await (await fetch(`${base}/api/messages/${summary.id}`)).json();
    expect(report.envelope.from).toBe('');
    expect(report.headers['content-type'][0]).toContain('report-type=delivery-status');
    const status = Buffer.from(report.attachments[0].content, 'base64').toString();
    expect(report.attachments[0].contentType).toBe('message/delivery-status');
    expect(status).toContain('Original-Envelope-Id: appointment-42');
    expect(status).toContain('Final-Recipient: rfc822; sofie@example.org');
    expect(status).toContain('Action: delivered');
  });

  it('sends no report that nobody asked for', async () => {
    await send({ ...letter, dsn: { id: '42', return: 'headers', notify: 'failure', recipient: letter.to } });
    expect(await list()).toHaveLength(1);
  });

  it('keeps messages over a restart when it has a folder, and only whole ones', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mailbox-'));
    try {
      const first = await open(directory);
      await send(letter, first.smtpPort);
      const before = await (await fetch(`http://127.0.0.1:${first.port}/api/messages`)).json();
      await first.close();
      expect(await readdir(directory)).toEqual([`${before[0].id}.eml`]);

      const second = await open(directory);
      const address = `http://127.0.0.1:${second.port}/api/messages`;
      expect(await (await fetch(address)).json()).toEqual(before);
      await fetch(address, { method: 'DELETE' });
      await second.close();
      expect(await readdir(directory)).toEqual([]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe('addresses that behave', () => {
  it.each([
    ['bounce@example.org', 550, '5.1.1'],
    ['Bounce+7@example.com', 550, '5.1.1'],
    ['busy@example.org', 451, '4.3.2'],
    ['full@example.org', 452, '4.2.2'],
    ['blocked@example.org', 554, '5.7.1'],
  ])('%s is refused with %i', async (to, code, status) => {
    await expect(send({ ...letter, to })).rejects.toMatchObject({
      responseCode: code,
      response: expect.stringContaining(`${code} ${status}`),
    });
    expect(await list()).toEqual([]);
  });

  it('slow@ answers later, and delivers', async () => {
    const start = performance.now();
    await send({ ...letter, to: 'slow@example.org' });
    expect(performance.now() - start).toBeGreaterThanOrEqual(slowAnswerMs);
    expect(await list({ to: 'slow@example.org' })).toHaveLength(1);
  });

  it('does not keep a closing mailbox waiting for a slow answer', async () => {
    const settings = mailboxSettings.parse({ SMTP_PORT: '0', HTTP_PORT: '0' });
    const patient = await startMailbox(settings, { slowAnswerMs: 60_000 });
    const answer = converse(
      ['EHLO test.example', 'MAIL FROM:<a@leiebeke.example>', 'RCPT TO:<slow@example.org>'],
      patient.smtpPort,
    );
    const other = converse(['EHLO test.example', 'MAIL FROM:<a@leiebeke.example>'], patient.smtpPort);
    expect(await other).toMatch(/^250/);
    await patient.close();
    expect(await answer).toMatch(/^421/);
  });
});

describe('what becomes of a mail that was taken', () => {
  const asked = (to: string) => ({
    ...letter,
    to,
    envelope: { from: 'bounces+42@leiebeke.example', to },
    dsn: {
      id: '42',
      return: 'headers' as const,
      notify: ['success' as const, 'failure' as const, 'delay' as const],
      recipient: to,
    },
  });
  const subjects = async () =>
    (await list({ to: 'bounces+42@leiebeke.example' })).map(({ subject }: { subject: string }) => subject);

  it.each([
    ['later@example.org', ['Undelivered']],
    ['delayed@example.org', ['Delivered', 'Delayed']],
    ['anybody@example.org', ['Delivered']],
  ])('is reported as the name says: %s', async (to, expected) => {
    await send(asked(to));
    await vi.waitFor(async () => expect(await subjects()).toEqual(expected));
  });

  it('is not reported for silent@', async () => {
    await send(asked('silent@example.org'));
    await send(asked('anybody@example.org'));
    expect(await subjects()).toEqual(['Delivered']);
  });

  it('can be chosen for an address on the page', async () => {
    const choose = (address: string, behaviour: string) =>
      fetch(`${base}/behaviours`, {
        method: 'POST',
        body: new URLSearchParams({ address, behaviour }),
        redirect: 'manual',
      });
    expect((await choose('Jan@example.org', 'blocked')).status).toBe(303);
    await expect(send({ ...letter, to: 'jan@example.org' })).rejects.toMatchObject({ responseCode: 554 });
    expect(await (await fetch(base)).text()).toContain('jan@example.org weigert als ongewenst');
    expect((await choose('jan@example.org', 'deliver')).status).toBe(303);
    await send({ ...letter, to: 'jan@example.org' });
    expect((await choose('no address', 'deliver')).status).toBe(400);
    expect((await choose('jan@example.org', 'constructor')).status).toBe(400);
  });

  it('is handed over where a domain has a hook, again until somebody answers', async () => {
    const received: { headers: IncomingHttpHeaders; body: string }[] = [];
    const receiver = createServer(async (request, response) => {
      received.push({ headers: request.headers, body: (await readBody(request, 1_000_000)) ?? '' });
      response.writeHead(204).end();
    });
    const port = await listenLocally(receiver, 0);
    const secret = 'a secret of the hook';
    const hooks = { 'leiebeke.example': { url: `http://leiebeke.localhost:${port}/incoming`, secret } };
    const hooked = await startMailbox({ smtpPort: 0, httpPort: 0, dataDirectory: undefined, hooks });
    try {
      await send(asked('sofie@example.org'), hooked.smtpPort);
      await vi.waitFor(() => expect(received).toHaveLength(1));
      expect(received[0]?.headers).toMatchObject({
        authorization: `Bearer ${secret}`,
        'content-type': 'message/rfc822',
        'x-original-to': 'bounces+42@leiebeke.example',
        host: `leiebeke.localhost:${port}`,
      });
      expect(received[0]?.body).toContain('Action: delivered');
      const all = await (await fetch(`http://127.0.0.1:${hooked.port}/api/messages`)).json();
      expect(all).toHaveLength(1);

      await send(
        { from: 'balie@leiebeke.example', to: 'sofie@example.org', subject: 'Uw afspraak', text: 'Tot dan' },
        hooked.smtpPort,
      );
      const inbox = `http://127.0.0.1:${hooked.port}`;
      const [{ id }] = await (await fetch(`${inbox}/api/messages`)).json();
      const body = new URLSearchParams({ text: 'Het lukt niet é' });
      await fetch(`${inbox}/messages/${id}/reply`, { method: 'POST', redirect: 'manual', body });
      const reply = received.at(-1);
      expect(reply?.headers['x-original-to']).toBe('balie@leiebeke.example');
      expect(reply?.body).toMatch(/^From: <sofie@example\.org>\r\nTo: <balie@leiebeke\.example>/);
      expect(reply?.body).toMatch(/\r\nIn-Reply-To: <[^<>]+>\r\n/);
      const [, text = ''] = reply?.body.split('\r\n\r\n') ?? [];
      expect(Buffer.from(text, 'base64').toString()).toMatch(/^Het lukt niet é\r\n\r\nOp .*\r\n> Tot dan/);
    } finally {
      await hooked.close();
      await closeServer(receiver);
    }
  });
});

describe('strictness', () => {
  it.each([
    '',
    'no-at-sign',
    'a..b@example.org',
    '.a@example.org',
    'a@example',
    'a@-x.org',
    'a@x_y.org',
    'a b@example.org',
  ])('refuses the recipient "%s"', async (address) => {
    const reply = await converse([
      'EHLO test.example',
      'MAIL FROM:<a@leiebeke.example>',
      `RCPT TO:<${address}>`,
    ]);
    expect(reply).toMatch(/^50\d /);
  });

  it.each(['no-at-sign', 'a@example', `${'a'.repeat(65)}@example.org`])(
    'refuses the sender "%s"',
    async (address) => {
      expect(await converse(['EHLO test.example', `MAIL FROM:<${address}>`])).toMatch(/^501 /);
    },
  );

  it('takes the empty sender of reports, and an address beyond ASCII with SMTPUTF8 only', async () => {
    expect(await converse(['EHLO test.example', 'MAIL FROM:<>'])).toMatch(/^250 /);
    const greek = Buffer.from('<δοκιμή@example.org>').toString('latin1');
    expect(await converse(['EHLO test.example', `MAIL FROM:${greek}`])).toMatch(/^553 5\.6\.7/);
    expect(await converse(['EHLO test.example', `MAIL FROM:${greek} SMTPUTF8`])).toMatch(/^250 /);
  });

  const fields = {
    From: 'Stad <balie@leiebeke.example>',
    Date: 'Sun, 22 Nov 2026 10:00:00 +0100',
    'Message-ID': '<1@leiebeke.example>',
    Subject: 'Afspraak',
  };
  const compose = (changes: Record<string, string | undefined>, body = 'Dag') =>
    Object.entries({ ...fields, ...changes })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
      .concat(`\r\n${body}`);

  it('takes the message that the refused ones below differ from', async () => {
    expect(await converseData(compose({}))).toMatch(/^250 /);
    expect(await converseData(compose({}, 'x'.repeat(998)))).toMatch(/^250 /);
  });

  it.each([
    ['no From', compose({ From: undefined })],
    ['no Date', compose({ Date: undefined })],
    ['no Message-ID', compose({ 'Message-ID': undefined })],
    ['two Subjects', `Subject: again\r\n${compose({})}`],
    ['a From that is no address', compose({ From: 'Stad Leiebeke' })],
    ['a Date that is none', compose({ Date: '2026-11-22' })],
    ['a Message-ID without brackets', compose({ 'Message-ID': '1@leiebeke.example' })],
    ['a header that is not ASCII', compose({ Subject: 'één' })],
    ['a header line that is no field', `oops\r\n${compose({})}`],
    ['a bare LF', compose({}, 'Dag\nSofie')],
    ['a bare CR', compose({}, 'Dag\rSofie')],
    ['a line of 999', compose({}, 'x'.repeat(999))],
  ])('refuses a message with %s', async (_name, message) => {
    expect(await converseData(message)).toMatch(/^554 5\.6\.0 /);
    expect(await list()).toEqual([]);
  });

  it('is no fit for a smuggled second message', async () => {
    const reply = await converseData(compose({}, 'Dag\n.\r\nMAIL FROM:<evil@example.org>'));
    expect(reply).toMatch(/^554 5\.6\.0 line \d+ ends in a bare LF/);
  });
});

describe('the inbox for a person', () => {
  it('lists messages and shows one, with everything from outside escaped', async () => {
    await send({
      ...letter,
      subject: '<img src=x onerror=alert(1)>',
      from: '"<b>Stad" <balie@leiebeke.example>',
    });
    const [{ id }] = await list();
    for (const path of [
      '/',
      `/messages/${id}`,
      `/messages/${id}?view=text`,
      `/messages/${id}?view=source`,
      `/?to="><b>x`,
    ]) {
      const response = await fetch(base + path);
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(page).not.toMatch(/<img|<b>Stad|<b>x|alert\(1\)<\/script>/);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page).toContain('bounce@…');
    }
  });

  it('shows HTML in a frame that runs nothing and fetches nothing', async () => {
    await send();
    const [{ id }] = await list();
    const page = await (await fetch(`${base}/messages/${id}`)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const frame = await fetch(`${base}/messages/${id}/html`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox');
    expect(policy).not.toContain('allow-scripts');
    expect(policy).toContain("default-src 'none'");
    expect(await frame.text()).toContain('<base target="_blank">');
  });

  it('makes web addresses in plain text links, without the full stop after them', async () => {
    await send({ ...letter, html: undefined });
    const [{ id }] = await list();
    const page = await (await fetch(`${base}/messages/${id}`)).text();
    expect(page).toContain('<a href="http://leiebeke.localhost:3000/a/1" target="_blank"');
  });

  it('gives attachments as downloads only, whatever they call themselves', async () => {
    const attachments = [
      { filename: 'é"\r\nx.html', contentType: 'text/html', content: '<script>alert(1)</script>' },
    ];
    await send({ ...letter, attachments });
    const [{ id }] = await list();
    const response = await fetch(`${base}/messages/${id}/attachments/0`);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename\*=UTF-8''%C3%A9[\w%.]*x\.html$/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${base}/messages/${id}/attachments/1`)).status).toBe(404);
  });

  it('tells open pages of a new message without being asked', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${base}/events`, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('retry:');
    await send();
    expect((await reader?.read())?.value).toContain('event: change');
    stop.abort();
  });
});
