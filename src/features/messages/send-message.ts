import type { MessageId } from '#journey/ids.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import type { Mail, MailAttachment, Mailer, SendOutcome } from '#ports/mailer.ts';
import type { SmsSender } from '#ports/sms-sender.ts';
import { type OrganisationTheme, organisationThemeSchema } from '#shared/ui/organisation-theme.ts';
import type { MailContent } from '../../../emails/mail-content.ts';
import { renderPlainText } from '../../../emails/plain-text.ts';
import { type Answer, writeAnswerMail } from './answer-mail.ts';
import { writeCalendarFile } from './calendar-entry.ts';
import type { ClaimedMessage } from './delivery.data.ts';
import { drawPictures } from './draw-pictures.ts';
import { greetableName } from './greetable-name.ts';
import { statusUrl, unsubscribeUrl } from './message-urls.ts';
import { parseMailbox } from './parse-mailbox.ts';
import { renderMail } from './render-mail.ts';
import { returnAddressOf, tokenOfMessage } from './return-address.ts';
import { writeSmsReference } from './sms-reference.ts';
import type { Sender, Telling } from './told.ts';
import { writeMail } from './write-mail.ts';
import { writeSms } from './write-sms.ts';

export type Senders = {
  readonly mailer: Mailer;
  readonly smsSender: SmsSender;
  readonly linkSecret: string;
  /** Where reports on a mail go: to an address of its own, or to the sender's plain one. */
  readonly mailReturn: 'plus' | 'sender';
};

/** Writes the message from the appointment as it is now, and hands it to the next server. */
export async function sendMessage(
  senders: Senders,
  message: ClaimedMessage,
  telling: Telling,
  now: EpochMilliseconds,
): Promise<SendOutcome> {
  const { sender, appointment } = telling;
  if (message.channel === 'email') {
    if (appointment.email === null) return { kind: 'failedForGood', code: 'noAddress' };
    return senders.mailer.send(await makeMail(senders, message, telling, appointment.email, now));
  }
  if (appointment.phone === null) return { kind: 'failedForGood', code: 'noNumber' };
  const text = writeSms(message.kind, telling, now);
  return senders.smsSender.send({
    reference: writeSmsReference(sender.id, message.id),
    from: sender.smsFrom,
    to: appointment.phone,
    text,
    statusUrl: statusUrl(telling.origin, message.id),
  });
}

const themes = new WeakMap<object, OrganisationTheme>();

/** Parsed once for all messages of a batch, which have the same sender. */
function themeOf({ theme }: Sender): OrganisationTheme {
  const known = typeof theme === 'object' && theme !== null ? themes.get(theme) : undefined;
  const parsed = known ?? organisationThemeSchema.parse(theme);
  themes.set(theme as object, parsed);
  return parsed;
}

async function makeMail(
  senders: Senders,
  { id, kind }: ClaimedMessage,
  telling: Telling,
  address: string,
  now: EpochMilliseconds,
): Promise<Mail> {
  const { sender, appointment } = telling;
  const content = writeMail(kind, telling, now);
  const mail = await setOut(senders, sender, { id, name: appointment.citizenName, address }, content);
  // Offers were asked for and can be stopped. Everything else tells of an appointment that somebody made.
  if (kind === 'earlierTime') {
    return { ...mail, unsubscribeUrl: unsubscribeUrl(telling.origin, mail.envelopeId) };
  }
  return changesCalendar(kind)
    ? { ...mail, attachments: [...mail.attachments, writeCalendarFile(telling, now)] }
    : mail;
}

/**
 * Hands over the answer to a mail that somebody wrote.
 * @param answers Message-ID of that mail, without brackets; null where it had none
 */
export async function sendAnswerMail(
  senders: Omit<Senders, 'smsSender'>,
  sender: Sender,
  origin: string,
  answer: Answer & { readonly address: string; readonly answers: string | null },
): Promise<SendOutcome> {
  const { address, answers, isByPerson } = answer;
  const name = greetableName(answer.name ?? '');
  const content = writeAnswerMail({ ...answer, name }, sender, origin);
  const id = answer.id as string as MessageId;
  const mail = await setOut(senders, sender, { id, name: name ?? '', address }, content);
  return senders.mailer.send({ ...mail, answer: { to: answers, isByPerson } });
}

type To = { readonly id: MessageId; readonly name: string; readonly address: string };

/** The mail with the municipality's colours and pictures. */
async function setOut(
  { linkSecret, mailReturn }: Pick<Senders, 'linkSecret' | 'mailReturn'>,
  sender: Sender,
  { id, name, address }: To,
  content: MailContent,
): Promise<Mail> {
  const theme = themeOf(sender);
  const { mark, facade } = await drawPictures(theme);
  const names = { mark: `mark@${sender.host}`, facade: `facade@${sender.host}` };
  const mailbox = parseMailbox(sender.mailFrom);
  const picture = (which: 'mark' | 'facade', png: Uint8Array): MailAttachment => ({
    filename: `${which}.png`,
    contentType: 'image/png',
    content: png,
    contentId: names[which],
  });
  const token = tokenOfMessage(linkSecret, id);
  return {
    id,
    returnPath: mailReturn === 'plus' ? returnAddressOf(mailbox.address, token) : mailbox.address,
    envelopeId: token,
    unsubscribeUrl: null,
    from: { name: mailbox.name || sender.name, address: mailbox.address },
    // A name that brings an address or another line of its own would be read as one by some program.
    to: { name: greetableName(name) ?? '', address },
    subject: content.subject,
    html: await renderMail(content, theme, names),
    text: renderPlainText(content),
    language: content.language,
    attachments: [picture('mark', mark), picture('facade', facade)],
  };
}

/** A reminder's entry is in the calendar since the confirmation; what was missed stays there as it was. */
function changesCalendar(kind: ClaimedMessage['kind']): boolean {
  return kind === 'confirmation' || kind === 'moved' || kind === 'cancellation';
}
