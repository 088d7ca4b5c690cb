import { createTransport } from 'nodemailer';
import type { Mail, Mailer, SendOutcome } from '#ports/mailer.ts';
import { config } from '#shared/config/config.ts';
import { composeMail } from './compose-mail.ts';
import { outcomeOfMailError } from './mail-errors.ts';

const connectMilliseconds = 8_000;
const silenceMilliseconds = 20_000;
/** Given up well within the minute for which a message is held for sending: nobody else sends it meanwhile. */
const wholeMilliseconds = 45_000;
/** Servers end connections that say nothing; ours end before that, so that no mail meets an end. */
const idleMilliseconds = 20_000;
const mailsPerConnection = 500;

/** The key that signs a domain's mail (DKIM, RFC 6376). */
export type DkimKey = { readonly selector: string; readonly privateKey: string };

export type SmtpSettings = {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. */
  readonly url: string;
  readonly connections?: number;
  /** By the domain of the sender's address. */
  readonly dkimKeys?: Readonly<Record<string, DkimKey>>;
};

/**
 * Mail over SMTP, one recipient per message, over a few connections that are kept. Without TLS it goes to this very machine only,
 * unless the address says `?requireTLS=false`.
 */
export function createSmtpMailer({ url, connections = 5, dkimKeys = {} }: SmtpSettings): Mailer {
  const transport = createTransport({
    url: withTls(url),
    pool: true,
    maxConnections: connections,
    maxMessages: mailsPerConnection,
    idleTimeout: idleMilliseconds,
    // A connection that broke may have brought the mail over: to try again is decided by who knows the message.
    maxRequeues: 0,
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
      const domain = domainOf(mail.from.address);
      const key = dkimKeys[domain];
      // Sent again after a crash it is the same message, which servers and readers may see.
      const messageId = `<${mail.id}@${domain}>`;
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), wholeMilliseconds);
      try {
        await transport.sendMail({
          ...toMessage(mail, messageId),
          ...(key && {
            dkim: { domainName: domain, keySelector: key.selector, privateKey: key.privateKey },
          }),
          signal: late.signal,
        });
        return { kind: 'accepted', providerReference: messageId };
      } catch (error) {
        return outcomeOfMailError(error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** The address, with TLS asked for where nothing says otherwise and the server is not on this machine. */
function withTls(text: string): string {
  const url = new URL(text);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!url.searchParams.has('requireTLS') && !isHere) url.searchParams.set('requireTLS', 'true');
  return url.href;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** What the mail library sends: bytes that are ready, and the envelope. */
function toMessage(mail: Mail, messageId: string) {
  return {
    raw: composeMail(mail, messageId),
    envelope: { from: mail.returnPath, to: mail.to.address },
    // Asked of servers that offer it (RFC 3461): word of arrival, of a delay and of a failure, with what tells the message by.
    dsn: {
      id: mail.envelopeId,
      return: 'headers' as const,
      notify: ['success' as const, 'failure' as const, 'delay' as const],
      recipient: mail.to.address,
    },
  };
}

/** Whether a value that goes into a header or the envelope could begin another line of it. */
function hasLineBreak(mail: Mail): boolean {
  const { id, from, to, returnPath, envelopeId, subject, language, unsubscribeUrl, attachments } = mail;
  const values = [
    id,
    from.name,
    from.address,
    to.name,
    to.address,
    returnPath,
    envelopeId,
    subject,
    language,
  ];
  values.push(unsubscribeUrl ?? '', mail.answer?.to ?? '');
  for (const { filename, contentType, contentId } of attachments)
    values.push(filename, contentType, contentId ?? '');
  return values.some((value) => /[\r\n]/.test(value));
}

let configured: Mailer | null = null;

/** Mail through the server of the settings. */
export const smtpMailer: Mailer = {
  send: (mail) => {
    const { SMTP_URL, SMTP_CONNECTIONS, DKIM_KEYS } = config();
    configured ??= createSmtpMailer({ url: SMTP_URL, connections: SMTP_CONNECTIONS, dkimKeys: DKIM_KEYS });
    return configured.send(mail);
  },
};
