import type { ParticipantId } from './ids.ts';

/** What is written beside the picture of a conversation. */

/** In signs: more than this is a letter, and belongs in a document. */
export const longestChatLine = 2_000;

/** Who wrote a line, as the reader knows them. */
export type ChatAuthor = 'self' | 'citizen' | 'companion' | 'clerk';

export type ChatLine = {
  /** In the conversation, from 1 on; what was erased leaves gaps. */
  readonly number: number;
  readonly author: ChatAuthor;
  readonly name: string;
  /** Sensitive numbers are masked. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Something in it was masked. */
  readonly isMasked: boolean;
  /** The name that the reader's own page gave it; null for what others wrote. */
  readonly key: string | null;
};

/** What the page of somebody in a conversation shows of it, over the live channel. */
export type ChatView = {
  /** The newest ones, oldest first. */
  readonly lines: readonly ChatLine[];
};

/** What somebody is typing at this moment, for who follows; empty when they stopped. */
export type LiveTyping = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly text: string;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to be taken out
export const steeringSigns = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A line as it is kept: line ends as one sign, without signs that only steer machines, and without space around it.
 * Empty when nothing is left to read.
 */
export function tidyChatLine(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(steeringSigns, '').toWellFormed().trim();
}
