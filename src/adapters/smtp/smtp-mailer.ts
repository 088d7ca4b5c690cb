import { createTransport } from 'nodemailer';
import type { Mail, MailAttachment, Mailer, SendOutcome } from '#ports/mailer.ts';
import { config } from '#shared/config/config.ts';
import { outcomeOfMailError } from './mail-errors.ts';

const connectMilliseconds = 8_000;
const silenceMilliseconds = 20_000;
/** Given up well within the minute for which a message is held for sending: nobody else sends it meanwhile. */
const wholeMilliseconds = 45_000;

/**
 * Mail over SMTP, one connection and one recipient per message.
 * @param url `smtp://user:password@host:587`; STARTTLS is used whenever the server offers it
 */
export function createSmtpMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: connectMilliseconds,
    greetingTimeout: connectMilliseconds,
    socketTimeout: silenceMilliseconds,
    // A text is what it says: never a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail): Promise<SendOutcome> => {
      if (hasLineBreak(mail)) return { kind: 'failedForGood', code: 'unsafeHeader' };
      try {
        const { messageId } = await transport.sendMail({
          ...toMessage(mail),
          signal: AbortSignal.timeout(wholeMilliseconds),
        });
        return { kind: 'accepted', providerReference: messageId };
      } catch (error) {
        return outcomeOfMailError(error);
      }
    },
  };
}

function toMessage(mail: Mail) {
  return {
    from: mail.from,
    to: mail.to,
    // Sent again after a crash it is the same message, which servers and readers may see.
    messageId: `<${mail.id}@${mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1)}>`,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    attachments: mail.attachments.map(toAttachment),
    headers: {
      'Content-Language': mail.language,
      // No answer by a machine (RFC 3834; the second is Exchange's own word for it).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  };
}

function toAttachment({ filename, contentType, content, contentId }: MailAttachment) {
  return {
    filename,
    contentType,
    content: typeof content === 'string' ? content : Buffer.from(content),
    ...(contentId === undefined ? {} : { cid: contentId, contentDisposition: 'inline' as const }),
  };
}

/** Whether a value that goes into a header or the envelope could begin another line of it. */
function hasLineBreak({ id, from, to, subject, language, attachments }: Mail): boolean {
  const values = [id, from.name, from.address, to.name, to.address, subject, language];
  for (const { filename, contentType, contentId } of attachments)
    values.push(filename, contentType, contentId ?? '');
  return values.some((value) => /[\r\n]/.test(value));
}

let configured: Mailer | null = null;

/** Mail through the server of the settings. */
export const smtpMailer: Mailer = {
  send: (mail) => {
    configured ??= createSmtpMailer(config().SMTP_URL);
    return configured.send(mail);
  },
};
