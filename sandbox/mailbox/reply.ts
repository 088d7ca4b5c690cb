import { randomUUID } from 'node:crypto';
import { type Route, readForm, sendText, type Visit } from '../http.ts';
import type { Reply } from '../replies.ts';
import { type MessageContent, parseMessage } from './parse-message.ts';
import type { Postman } from './postman.ts';
import type { MessageStore, StoredMessage } from './store.ts';

/** The person of this mailbox answers a mail: as a mail program does it, with the mail that is answered below. */
export function replyRoutes(
  store: MessageStore,
  postman: Postman,
  replies: Reply[],
  changed: () => void,
): Route[] {
  async function reply({ request, response, parameters }: Visit) {
    const message = store.get(parameters.id ?? '');
    const text = (await readForm(request))?.get('text') ?? '';
    if (!message || text.trim() === '')
      return sendText(response, 400, 'Er is geen bericht om op te antwoorden.');
    const to = addressOf(message.from);
    const content = await parseMessage(message.source);
    const source = writeReply(message, content, to, text);
    const answer = await postman.hand(to, source);
    replies.push({ about: message.id, text, at: new Date().toISOString(), answer });
    changed();
    response.writeHead(303, { location: `/messages/${message.id}` }).end();
  }

  return [{ method: 'POST', path: '/messages/:id/reply', handle: reply }];
}

function addressOf(mailbox: string): string {
  return /<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox.trim();
}

function writeReply(
  { envelope, subject, from }: StoredMessage,
  { headers, text: original }: MessageContent,
  to: string,
  text: string,
): Buffer {
  const sender = envelope.to[0] ?? '';
  const answered = headers['message-id']?.[0]?.trim();
  const quote = (original ?? '').split('\n').map((line) => `> ${line}`.trimEnd());
  const body = [text, '', `Op ${new Date().toISOString().slice(0, 10)} schreef ${from}:`, ...quote].join(
    '\r\n',
  );
  const head = [
    `From: <${sender}>`,
    `To: <${to}>`,
    `Subject: =?utf-8?B?${Buffer.from(`Re: ${subject}`).toString('base64')}?=`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@${sender.slice(sender.lastIndexOf('@') + 1)}>`,
    ...(answered ? [`In-Reply-To: ${answered}`, `References: ${answered}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const encoded = Buffer.from(body)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${encoded}\r\n`);
}
