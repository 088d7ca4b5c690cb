import { writeAnswerText } from '#features/correspondence/answer-text.ts';
import { type SendLine, sendLines } from '#features/correspondence/send-lines.ts';
import type { LineToSend } from '#features/correspondence/sending.data.ts';
import { statusUrl } from '#features/messages/message-urls.ts';
import { sendAnswerMail } from '#features/messages/send-message.ts';
import { writeSmsReference } from '#features/messages/sms-reference.ts';
import { hasPlainForm, toGsmText } from '#features/messages/sms-text.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import { type Organisation, publicOrigin } from '#features/organisation/organisation.ts';
import type { MessageId } from '#journey/ids.ts';
import { linkMark } from '#journey/text-lines.ts';
import { config } from '#shared/config/config.ts';
import { logUnexpected } from '#shared/log.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { answerSender, clock, mailer } from '../wiring.ts';

/** Sends the answers of every organisation; trouble in one does not keep the others waiting. */
export async function sendAnswers(): Promise<void> {
  for (const organisation of await listOrganisations()) {
    try {
      await sendLines(clock, organisation.id, sendLineOf(organisation));
    } catch (error) {
      logUnexpected(error, 'sending answers');
    }
  }
}

function sendLineOf(organisation: Organisation): SendLine {
  const { PUBLIC_SCHEME, PUBLIC_PORT, LINK_SECRET, MAIL_RETURN } = config();
  const origin = publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT);
  return async (line) => {
    const id = line.id as string as MessageId;
    const link = linkOf(line, origin, LINK_SECRET);
    const language = line.language ?? organisation.defaultLanguage;
    if (line.means === 'email') {
      const senders = { mailer, linkSecret: LINK_SECRET, mailReturn: MAIL_RETURN };
      return sendAnswerMail(senders, organisation, origin, {
        id: line.id,
        language,
        text: line.text.replace(linkMark, '').trim(),
        link,
        name: line.citizenName,
        phraseWords: line.phraseWords,
        isByPerson: line.author === 'clerk',
        address: line.contactAddress,
        answers: line.answers,
      });
    }
    const { name: organisationName, formOfAddress } = organisation;
    const { phraseWords } = line;
    const text = writeAnswerText({
      text: line.text,
      link,
      organisationName,
      phraseWords,
      language,
      formOfAddress,
    });
    return answerSender.send({
      reference: writeSmsReference(organisation.id, id),
      means: line.means,
      from: line.ownAddress,
      to: line.contactAddress,
      text: line.means === 'sms' && hasPlainForm(text) ? toGsmText(text) : text,
      statusUrl: statusUrl(origin, id),
    });
  };
}

/** The appointment's own link where the address is the one that was left with it, else where one books; null without one in the text. */
function linkOf({ text, linkOf: appointmentId }: LineToSend, origin: string, secret: string): string | null {
  if (!text.includes(linkMark)) return null;
  return appointmentId === null ? `${origin}/` : `${origin}/l/${deriveLinkToken(secret, appointmentId)}`;
}
