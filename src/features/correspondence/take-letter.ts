import { createHash } from 'node:crypto';
import { type MessageId, parseId } from '#journey/ids.ts';
import type { IncomingLetter } from '#ports/incoming-mail.ts';
import { cutQuotedHistory } from './own-words.ts';
import { type IncomingResult, type IncomingTools, type Receiver, takeIncoming } from './take-incoming.ts';

/** A long exchange names many mails; the nearest ones come first. */
const mostAnswered = 20;

/** What came of a mail. `automatic`: of a machine, of ourselves, or from no address at all; it is never answered. */
export type LetterResult = IncomingResult | { readonly kind: 'automatic' };

type Delivered = {
  /** The municipality's own address, from which its mail comes. */
  readonly ownAddress: string;
  /** The message of ours that the recipient's address names; null when it names none. */
  readonly answered: MessageId | null;
};

/** Takes in a mail that somebody wrote: their own words, and neither its HTML nor its files. */
export async function takeLetter(
  tools: IncomingTools,
  receiver: Receiver,
  letter: IncomingLetter,
  { ownAddress, answered }: Delivered,
): Promise<LetterResult> {
  const { messageId, answers } = letter;
  const from = addressOf(letter);
  if (letter.isAutomatic || from === null || from === ownAddress.toLowerCase()) return { kind: 'automatic' };
  const own = cutQuotedHistory(letter.text);
  const named = answers
    .slice(0, mostAnswered)
    .flatMap((id) => parseId<MessageId>(id.split('@')[0]?.toLowerCase() ?? '') ?? []);
  const isAnswer = answered !== null || named.length > 0;
  return takeIncoming(tools, receiver, {
    means: 'email',
    from,
    to: ownAddress,
    // Of a mail that answers nothing the subject is often all that is said.
    text: isAnswer ? own : [letter.subject, own].filter((part) => part.trim() !== '').join('\n\n'),
    files: letter.files,
    sourceReference: nameOf(messageId) ?? createHash('sha256').update(JSON.stringify(letter)).digest('hex'),
    answered: answered === null ? named : [answered, ...named],
    optOut: null,
  });
}

function addressOf({ from }: IncomingLetter): string | null {
  const address = from?.toLowerCase() ?? '';
  return address.length <= 254 && /^[^@\s]+@[^@\s]+$/.test(address) ? address : null;
}

/** The Message-ID, where it is one that can be kept and answered to. */
function nameOf(messageId: string | null): string | null {
  return messageId !== null && /^[\x21-\x7e]{1,200}$/.test(messageId) && messageId.includes('@')
    ? messageId
    : null;
}
