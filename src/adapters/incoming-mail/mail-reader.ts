import { type ParsedMail, simpleParser } from 'mailparser';
import type { IncomingLetter, IncomingMail, IncomingMailReader, MailReport } from '#ports/incoming-mail.ts';
import { isAutomaticMail } from './automatic-mail.ts';

const actions: ReadonlySet<string> = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
const longestHtml = 1_000_000;

/** Reads a mail as it travelled (RFC 5322), and the report in it where it is one (RFC 3462, 3464). */
export const mailReader: IncomingMailReader = {
  read: async (source): Promise<IncomingMail> => {
    const mail = await simpleParser(Buffer.from(source), {
      keepDeliveryStatus: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    });
    const { attachments } = mail;
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
      letter: letterOf(mail, mail.text ?? (await textOfHtml(mail))),
    };
  },
};

function letterOf(mail: ParsedMail, text: string): IncomingLetter {
  const field = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line ?? null;
  const from = mail.from?.value[0]?.address?.toLowerCase() ?? null;
  const answers = [mail.inReplyTo ?? '', mail.references ?? ''].flat().join(' ');
  return {
    from,
    subject: mail.subject ?? '',
    text,
    files: mail.attachments.filter(({ related }) => !related).length,
    messageId: /^<([^<>\s]+)>$/.exec(mail.messageId ?? '')?.[1] ?? null,
    answers: [...answers.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id),
    isAutomatic: isAutomaticMail((name) => field(name)?.replace(/^[^:]*:\s*/, '') ?? null, from),
  };
}

/** The words of a mail that is HTML alone: the library turns only a whole mail into text. */
async function textOfHtml({ html }: ParsedMail): Promise<string> {
  if (!html || html.length > longestHtml) return '';
  const { text } = await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  return text ?? '';
}

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
