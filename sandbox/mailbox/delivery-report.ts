import { randomUUID } from 'node:crypto';
import type { SMTPServerSession } from 'smtp-server';
import type { Envelope } from './store.ts';

/** What can be reported of a message that was taken: the word that a sender asks for it by, and its status. */
const actions = {
  delivered: { notify: 'SUCCESS', status: '2.1.5', subject: 'Delivered', sentence: 'was delivered to' },
  delayed: { notify: 'DELAY', status: '4.4.1', subject: 'Delayed', sentence: 'is not yet delivered to' },
  failed: {
    notify: 'FAILURE',
    status: '5.1.1',
    subject: 'Undelivered',
    sentence: 'could not be delivered to',
  },
} as const;
export type ReportAction = keyof typeof actions;

/** A report on a message, on its way to the sender. */
export interface Report {
  envelope: Envelope;
  source: Buffer;
}

/**
 * The report that a sender asked for with NOTIFY (RFC 3461, 3464); a failure is reported also when nothing was asked (section 4.1).
 * Null when nobody wants it, or when the message itself is a report (empty sender).
 */
export function writeReport(
  { envelope }: Pick<SMTPServerSession, 'envelope'>,
  original: Buffer,
  action: ReportAction,
): Report | null {
  const { notify, status: code } = actions[action];
  const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
  const named = envelope.rcptTo.filter(({ dsn }) =>
    dsn?.notify ? dsn.notify.includes(notify) : action === 'failed',
  );
  if (!sender || named.length === 0) return null;

  const recipients = named.map(({ address, dsn }) =>
    lines([
      dsn?.orcpt && `Original-Recipient: ${dsn.orcpt}`,
      `Final-Recipient: rfc822; ${address}`,
      `Action: ${action}`,
      `Status: ${code}`,
    ]),
  );
  const message = lines([`Reporting-MTA: dns; mailbox.localhost`, envelopeId(envelope.dsn?.envid)]);
  const status = [message, ...recipients].join('\r\n');
  const addresses = named.map(({ address }) => address);
  const source = compose(action, sender, addresses, status, returned(original, envelope.dsn?.ret));
  return { envelope: { from: '', to: [sender] }, source };
}

function envelopeId(id: string | null | undefined): string | undefined {
  return id ? `Original-Envelope-Id: ${id}` : undefined;
}

/** RET=FULL returns the whole message, everything else its header (RFC 3461, section 4.3). */
function returned(original: Buffer, ret: string | null | undefined): { type: string; content: Buffer } {
  if (ret === 'FULL') return { type: 'message/rfc822', content: original };
  const end = original.indexOf('\r\n\r\n');
  return { type: 'text/rfc822-headers', content: end === -1 ? original : original.subarray(0, end + 2) };
}

function compose(
  action: ReportAction,
  to: string,
  addresses: string[],
  status: string,
  copy: { type: string; content: Buffer },
): Buffer {
  const boundary = `report-${randomUUID()}`;
  const begin = (type: string) => `--${boundary}\r\nContent-Type: ${type}\r\n\r\n`;
  const header = lines([
    'From: Mail Delivery System <postmaster@mailbox.localhost>',
    `To: <${to}>`,
    `Subject: ${actions[action].subject}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@mailbox.localhost>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
  ]);
  const explanation = `Your message ${actions[action].sentence}:\r\n\r\n${addresses.map((one) => `  ${one}\r\n`).join('')}`;
  const readable = `${begin('text/plain; charset=utf-8')}${explanation}\r\n`;
  const machine = `${begin('message/delivery-status')}${status}\r\n`;
  return Buffer.concat([
    Buffer.from(`${header}\r\n${readable}${machine}${begin(copy.type)}`),
    copy.content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

function lines(fields: (string | undefined | false)[]): string {
  return fields
    .filter(Boolean)
    .map((field) => `${field}\r\n`)
    .join('');
}
