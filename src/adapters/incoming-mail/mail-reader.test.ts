import { describe, expect, test } from 'vitest';
import { mailReader } from './mail-reader.ts';

const read = async (lines: readonly string[]) =>
  (await mailReader.read(Buffer.from(lines.join('\r\n')))).letter;
const head = [
  'From: An Peeters <An@Example.org>',
  'To: balie@leiebeke.example',
  'Message-ID: <one@example.org>',
];

describe('what somebody wrote in a mail', () => {
  test('is read with who wrote it and which mails it answers', async () => {
    const answers = [
      'In-Reply-To: <b@leiebeke.example>',
      'References: <a@leiebeke.example>',
      ' <b@leiebeke.example>',
    ];
    expect(
      await read([...head, ...answers, 'Subject: =?utf-8?Q?D=C3=A9sol=C3=A9e?=', '', 'Het lukt niet.']),
    ).toEqual({
      from: 'an@example.org',
      subject: 'Désolée',
      text: 'Het lukt niet.',
      files: 0,
      messageId: 'one@example.org',
      answers: ['b@leiebeke.example', 'a@leiebeke.example', 'b@leiebeke.example'],
      isAutomatic: false,
    });
  });

  test('is read as text where it is HTML alone, and its files are counted and not kept', async () => {
    const letter = await read([
      ...head,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Het lukt <b>niet</b>.</p><script>alert(1)</script><img src="https://example.org/seen.png">',
      '--b',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="kaart.pdf"',
      '',
      'pdf',
      '--b--',
    ]);
    expect(letter).toMatchObject({ files: 1, isAutomatic: false });
    expect(letter.text).toContain('Het lukt niet.');
    expect(letter.text).not.toMatch(/<|alert/);
  });
});

describe('a mail is of a machine', () => {
  test.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (vacation)',
    'Precedence: bulk',
    'Precedence: auto_reply',
    'X-Auto-Response-Suppress: All',
    'List-Id: <news.example.org>',
    'Return-Path: <>',
    'X-Autoreply: yes',
  ])('with %s', async (line) => {
    expect((await read([line, ...head, '', 'Ik ben afwezig.'])).isAutomatic).toBe(true);
  });

  test.each(['MAILER-DAEMON@example.org', 'noreply@example.org', 'no-reply+x@example.org'])(
    'from %s',
    async (from) => {
      expect((await read([`From: ${from}`, '', 'Hallo'])).isAutomatic).toBe(true);
    },
  );

  test.each(['Auto-Submitted: no', 'Precedence: normal', 'X-Priority: 1'])(
    'and of a person with %s',
    async (line) => {
      expect((await read([line, ...head, '', 'Hallo'])).isAutomatic).toBe(false);
    },
  );
});
