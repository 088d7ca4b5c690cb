import { simpleParser } from 'mailparser';
import type { IncomingMail, IncomingMailReader, MailReport } from '#ports/incoming-mail.ts';

const actions: ReadonlySet<string> = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);

/** Reads a mail as it travelled (RFC 5322), and the report in it where it is one (RFC 3462, 3464). */
export const mailReader: IncomingMailReader = {
  read: async (source): Promise<IncomingMail> => {
    const { attachments } = await simpleParser(Buffer.from(source), {
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    });
    const part = (...types: readonly string[]) =>
      attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('latin1') ?? '';
    const [ofMessage, ...ofRecipients] = blocksOf(
      part('message/delivery-status', 'message/global-delivery-status'),
    );
    const returned = part(
      'message/rfc822',
      'text/rfc822-headers',
      'message/global',
      'message/global-headers',
    );
    return {
      reports: ofRecipients.flatMap(readReport),
      envelopeId: ofMessage?.get('original-envelope-id') ?? null,
      originalMessageId: /^<([^<>\s]+)>$/.exec(fieldsOf(returned).get('message-id') ?? '')?.[1] ?? null,
    };
  },
};

/** Groups of fields with an empty line between them: the first one is about the message, each other one about a recipient. */
function blocksOf(status: string): readonly Map<string, string>[] {
  return status
    .split(/(?:\r?\n){2,}/)
    .filter((block) => block.trim() !== '')
    .map(fieldsOf);
}

/** The fields of a header, up to its end, by name in lower case; folded lines are joined (RFC 5322, section 2.2.3). */
function fieldsOf(text: string): Map<string, string> {
  const [header = ''] = text.split(/\r?\n\r?\n/);
  const fields = new Map<string, string>();
  for (const line of header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value);
  }
  return fields;
}

function readReport(fields: Map<string, string>): readonly MailReport[] {
  const action = fields.get('action')?.toLowerCase() ?? '';
  const [status = ''] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? [];
  return actions.has(action) ? [{ action: action as MailReport['action'], status }] : [];
}
