import { randomUUID } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import * as qp from 'nodemailer/lib/qp';
import type { Mail, MailAttachment } from '#ports/mailer.ts';

/**
 * A mail as it travels (RFC 5322, 2045, 2387): the text and the HTML with its pictures as alternatives, and files after them.
 * The mail library writes the headers. The bodies are written here, because its streams for each part take most of the time where
 * thousands of mails go out; pictures that are the same in all of them are encoded once.
 * @param messageId with its angle brackets
 */
export function composeMail(mail: Mail, messageId: string): Buffer {
  const pictures = mail.attachments.filter(({ contentId }) => contentId !== undefined);
  const files = mail.attachments.filter(({ contentId }) => contentId === undefined);
  const name = randomUUID();
  const html = part(['text/html; charset=utf-8', 'base64'], base64(mail.html));
  const rich = [html, ...pictures.map(attachmentPart)];
  const text = part(
    ['text/plain; charset=utf-8', 'quoted-printable'],
    qp.wrap(qp.encode(withCrLf(mail.text))),
  );
  const alternatives = [text, multipart('related; type="text/html"', `-_r-${name}`, rich)];
  const whole =
    files.length === 0
      ? alternatives
      : [multipart('alternative', `-_a-${name}`, alternatives), ...files.map(attachmentPart)];
  const head = headersOf(mail, messageId, files.length === 0 ? 'alternative' : 'mixed', name);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  return Buffer.from(`${head}\r\n\r\n${joined(boundary, whole)}`);
}

function headersOf(mail: Mail, messageId: string, kind: 'alternative' | 'mixed', name: string): string {
  const head = new MimeNode(`multipart/${kind}`, { baseBoundary: name });
  head.setHeader('From', [mail.from]);
  head.setHeader('To', [mail.to]);
  head.setHeader('Subject', mail.subject);
  head.setHeader('Message-ID', messageId);
  head.setHeader('Content-Language', mail.language);
  // No answer by a machine (RFC 3834; the second is Exchange's own word for it).
  if (!mail.answer?.isByPerson)
    head.setHeader('Auto-Submitted', mail.answer === undefined ? 'auto-generated' : 'auto-replied');
  head.setHeader('X-Auto-Response-Suppress', 'All');
  if (mail.answer?.to) {
    head.setHeader('In-Reply-To', `<${mail.answer.to}>`);
    head.setHeader('References', `<${mail.answer.to}>`);
  }
  if (mail.unsubscribeUrl !== null) {
    // One POST to the address, without a question (RFC 2369 and 8058).
    head.setHeader('List-Unsubscribe', { prepared: true, value: `<${mail.unsubscribeUrl}>` });
    head.setHeader('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click');
  }
  return head.buildHeaders();
}

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${joined(boundary, parts)}`;
}

function joined(boundary: string, parts: readonly string[]): string {
  return `${parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('')}--${boundary}--\r\n`;
}

function part([type, encoding]: readonly [string, string], body: string): string {
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
}

const encodedPictures = new WeakMap<Uint8Array, Map<string, string>>();

function attachmentPart(attachment: MailAttachment): string {
  const { content, contentId } = attachment;
  if (typeof content === 'string' || contentId === undefined) return encodeAttachment(attachment);
  const known = encodedPictures.get(content) ?? new Map<string, string>();
  encodedPictures.set(content, known);
  const encoded = known.get(contentId) ?? encodeAttachment(attachment);
  known.set(contentId, encoded);
  return encoded;
}

/** A whole mail as the root keeps this part from getting headers that only a mail has. */
const root = new MimeNode('multipart/mixed');

function encodeAttachment({ filename, contentType, content, contentId }: MailAttachment): string {
  const node = new MimeNode(contentType, { filename, rootNode: root, parentNode: root });
  node.setHeader('Content-Transfer-Encoding', 'base64');
  node.setHeader('Content-Disposition', contentId === undefined ? 'attachment' : 'inline');
  if (contentId !== undefined) node.setHeader('Content-Id', `<${contentId}>`);
  return `${node.buildHeaders()}\r\n\r\n${base64(content)}`;
}

/** Lines of 76 signs (RFC 2045, section 6.8). */
function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.from(withCrLf(content)) : Buffer.from(content);
  return bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
}

function withCrLf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
