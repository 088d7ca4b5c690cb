import { createHash, generateKeyPairSync } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mail } from '#ports/mailer.ts';
import { startMailbox } from '../../../sandbox/mailbox/server.ts';
import { type ReadMail, readWithPython } from '../../../scripts/testing/python-mails.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});
const keys = {
  's1._domainkey.leiebeke.example': `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`,
};

const mail: Mail = {
  id: '0193f0a0-0000-7000-8000-000000000002',
  from: { name: 'Stad Leiebeke', address: 'balie@leiebeke.example' },
  to: { name: 'Sofie Van Daele', address: 'sofie@example.org' },
  returnPath: 'balie+b1@leiebeke.example',
  envelopeId: 'b1',
  subject: 'Uw afspraak',
  html: '<!doctype html><p>Dag <b>Sofie</b></p>',
  text: 'Dag Sofie\n',
  language: 'nl',
  unsubscribeUrl: null,
  attachments: [],
};

const picture = { filename: 'mark.png', contentType: 'image/png', content: new Uint8Array(200).fill(7) };
const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Rendez-vous à Lièvremont\r\nEND:VCALENDAR\r\n';

/** What is easily written so that two programs read it differently. */
const cases: Readonly<Record<string, Partial<Mail>>> = {
  'a plain one': {},
  'letters beyond ASCII everywhere': {
    to: { name: 'Zoë D’Hondt-Çelik', address: 'zoe@example.org' },
    subject:
      'Votre rendez-vous est confirmé\u00a0: mardi 24 novembre, 10\u00a0h\u00a040 — à bientôt, et merci de votre patience',
    text: 'Ça va — œuvre, ß, Ωμέγα, 👍\n',
    html: '<p>Ça va — œuvre, ß, Ωμέγα, 👍</p>',
  },
  'a name with an address in it': {
    to: { name: 'Sofie <evil@example.net>, "x"', address: 'sofie@example.org' },
  },
  'a name with a comma and quotes': { to: { name: 'Daele, Sofie "So" Van', address: 'sofie@example.org' } },
  'lines that are long, that are a dot, that begin with From': {
    text: `${'lang '.repeat(300)}\n.\n..\nFrom here on\n--\nend = begin\t \n`,
    html: `<p>${'x'.repeat(5_000)}</p>\n.\n<p>From</p>`,
  },
  'pictures and a file with a name beyond ASCII': {
    html: '<p><img src="cid:mark@leiebeke.example" alt=""></p>',
    attachments: [
      { ...picture, contentId: 'mark@leiebeke.example' },
      {
        filename: 'rendez-vous à l’heure.ics',
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
        content: calendar,
      },
    ],
  },
  'a way to stop': { unsubscribeUrl: 'https://balie.leiebeke.example/api/messages/x/unsubscribe' },
};

let sources: Map<string, Buffer>;
let byPython: Map<string, ReadMail>;

beforeAll(async () => {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, dataDirectory: undefined });
  try {
    const mailer = createSmtpMailer({
      url: `smtp://127.0.0.1:${mailbox.smtpPort}`,
      dkimKeys: { 'leiebeke.example': { selector: 's1', privateKey } },
    });
    const api = `http://127.0.0.1:${mailbox.port}/api/messages`;
    sources = new Map();
    for (const [name, changes] of Object.entries(cases)) {
      expect(await mailer.send({ ...mail, ...changes })).toMatchObject({ kind: 'accepted' });
      const [{ id }] = await (await fetch(`${api}?to=${changes.to?.address ?? mail.to.address}`)).json();
      sources.set(name, Buffer.from(await (await fetch(`${api}/${id}/source`)).arrayBuffer()));
    }
  } finally {
    await mailbox.close();
  }
  const read = await readWithPython([...sources.values()], keys);
  byPython = new Map([...sources.keys()].map((name, index) => [name, read[index] as ReadMail]));
}, 120_000);

afterAll(() => sources?.clear());

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
/** Line ends belong to the way, not to the text. */
const plain = (text: string) => text.replace(/\r\n/g, '\n').replace(/\n+$/, '\n');

describe.each(Object.keys(cases))('a mail with %s', (name) => {
  test('is read alike by mailparser and by Python, and as it was written', async () => {
    const meant = { ...mail, ...cases[name] };
    const parsed = await simpleParser(sources.get(name) as Buffer, {
      skipTextToHtml: true,
      skipImageLinks: true,
    });
    const python = byPython.get(name) as ReadMail;
    expect(python.defects).toEqual([]);
    expect(python.from).toEqual([[meant.from.name, meant.from.address]]);
    expect(python.to).toEqual([[meant.to.name, meant.to.address]]);
    expect(parsed.from?.value).toEqual([meant.from]);
    expect([parsed.to].flat().flatMap((to) => to?.value ?? [])).toEqual([meant.to]);
    expect([parsed.subject, python.subject]).toEqual([meant.subject, meant.subject]);
    expect([parsed.messageId, python.messageId]).toEqual(Array(2).fill(`<${meant.id}@leiebeke.example>`));
    expect(parsed.date?.getTime()).toBe(Date.parse(python.date));
    for (const text of [parsed.text ?? '', python.text]) expect(plain(text)).toBe(plain(meant.text));
    for (const html of [parsed.html || '', python.html])
      expect(plain(html).trimEnd()).toBe(plain(meant.html));
    const files = parsed.attachments.map(({ filename, contentType, content }) => [
      filename,
      contentType,
      hashOf(content),
    ]);
    expect(files.sort()).toEqual(python.files.map((file) => [...file]).sort());
    expect(files).toHaveLength(meant.attachments.length);
  });

  test('has a DKIM signature that an independent verifier finds sound, and broken when a sign is changed', async () => {
    expect(byPython.get(name)?.signed).toBe(true);
    const source = sources.get(name) as Buffer;
    const changed = Buffer.from(source.toString('latin1').replace(/^Subject: /m, 'Subject: x'), 'latin1');
    expect(changed.equals(source)).toBe(false);
    const [read] = await readWithPython([changed], keys);
    expect(read?.signed).toBe(false);
  });
});

describe('a mail that goes out', () => {
  test('can be stopped by one POST, where it says so', () => {
    const source = sources.get('a way to stop')?.toString() ?? '';
    expect(source).toMatch(/^List-Unsubscribe: <https:\/\/balie\.leiebeke\.example\/.+>\r$/m);
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(sources.get('a plain one')?.toString()).not.toContain('List-Unsubscribe');
  });

  test.each([
    { from: { name: 'Stad\r\nBcc: a@example.org', address: 'balie@leiebeke.example' } },
    { to: { name: 'Sofie', address: 'sofie@example.org\r\nRCPT TO:<b@example.org>' } },
    { subject: 'Uw afspraak\nBcc: a@example.org' },
    { returnPath: 'balie@leiebeke.example>\r\nRCPT TO:<b@example.org' },
    { envelopeId: 'b1\r\nDATA' },
    { unsubscribeUrl: 'https://x.example/\r\nBcc: a@example.org' },
    { attachments: [{ ...picture, filename: 'a\r\nX: y' }] },
  ])('never goes with a line break where a header would be: %j', async (changes) => {
    const nobody = createSmtpMailer({ url: 'smtp://127.0.0.1:1' });
    expect(await nobody.send({ ...mail, ...changes })).toEqual({
      kind: 'failedForGood',
      code: 'unsafeHeader',
    });
  });
});
