import { createHash } from 'node:crypto';
import { type MessageId, parseId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import type { IncomingLetter } from '#ports/incoming-mail.ts';
import { cutQuotedHistory } from './own-words.ts';
import { type IncomingResult, type Receiver, takeIncoming } from './take-incoming.ts';

/** What came of a mail. `automatic`: of a machine, or of ourselves; it is never answered. */
export type LetterResult = IncomingResult | { readonly kind: 'automatic' };

type Delivered = {
  /** The municipality's own address, from which its mail comes. */
  readonly ownAddress: string;
  /** The message of ours that the recipient's address names; null when it names none. */
  readonly answered: MessageId | null;
};

/** Takes in a mail that somebody wrote: their own words, and neither its HTML nor its files. */
export async function takeLetter(
  tools: { readonly clock: Clock },
  receiver: Receiver,
  letter: IncomingLetter,
  { ownAddress, answered }: Delivered,
): Promise<LetterResult> {
  const { from, messageId, answers } = letter;
  if (letter.isAutomatic || from === null || from === ownAddress.toLowerCase()) return { kind: 'automatic' };
  const own = cutQuotedHistory(letter.text);
  const named = answers.flatMap((id) => parseId<MessageId>(id.split('@')[0]?.toLowerCase() ?? '') ?? []);
  const isAnswer = answered !== null || named.length > 0;
  return takeIncoming(tools, receiver, {
    means: 'email',
    from,
    to: ownAddress,
    // Of a mail that answers nothing the subject is often all that is said.
    text: isAnswer ? own : [letter.subject, own].filter((part) => part.trim() !== '').join('\n\n'),
    files: letter.files,
    sourceReference: messageId ?? createHash('sha256').update(JSON.stringify(letter)).digest('hex'),
    answered: answered === null ? named : [answered, ...named],
    optOut: null,
  });
}
