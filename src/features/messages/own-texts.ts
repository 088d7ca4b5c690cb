import { type Language, languages } from '#journey/language.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';

/**
 * The words that a municipality can choose for itself. One wording per kind of message, and a second one where a kind tells of two
 * different things: an appointment that staff cancelled is no appointment that the citizen cancelled.
 */
export const wordings = {
  confirmation: { kind: 'confirmation', prefix: '' },
  reminder: { kind: 'reminder', prefix: '' },
  moved: { kind: 'moved', prefix: '' },
  earlierTime: { kind: 'earlierTime', prefix: '' },
  missed: { kind: 'missed', prefix: '' },
  delayed: { kind: 'delayed', prefix: '' },
  escalation: { kind: 'escalation', prefix: '' },
  turnNear: { kind: 'turnNear', prefix: '' },
  waitingWord: { kind: 'waitingWord', prefix: '' },
  requestLink: { kind: 'requestLink', prefix: '' },
  otherChannel: { kind: 'otherChannel', prefix: '' },
  companionLink: { kind: 'companionLink', prefix: '' },
  companionMoved: { kind: 'companionMoved', prefix: '' },
  companionOff: { kind: 'companionOff', prefix: '' },
  questionAnswered: { kind: 'questionAnswered', prefix: '' },
  cancellation: { kind: 'cancellation', prefix: '' },
  cancellationByStaff: { kind: 'cancellation', prefix: 'byStaff.' },
} as const satisfies Record<string, { readonly kind: MessageKind; readonly prefix: string }>;
export type Wording = keyof typeof wordings;

/** The parts of a message that can be worded, in the order in which they are read. The rest is facts, links and the phrase. */
export const wordedParts = {
  email: ['subject', 'title', 'intro', 'note'],
  sms: ['text'],
} as const satisfies Record<MessageChannel, readonly string[]>;
export type WordedPart = (typeof wordedParts)[MessageChannel][number];

/** One wording on one channel in one language: what is edited at a time. */
export type WordingKey = {
  readonly wording: Wording;
  readonly channel: MessageChannel;
  readonly language: Language;
};

/** Everything that a municipality said in words of its own, by the key of `ownTextKey`. */
export type OwnTexts = ReadonlyMap<string, string>;

/** The product's own words everywhere. */
export const noOwnTexts: OwnTexts = new Map();

/** A row's identity as text. @param part as it is stored, its prefix included */
export function ownTextKey(kind: MessageKind, channel: MessageChannel, language: Language, part: string) {
  return `${kind} ${channel} ${language} ${part}`;
}

/** How the part of a wording is stored. */
export function storedPart(wording: Wording, part: WordedPart): string {
  return `${wordings[wording].prefix}${part}`;
}

/** Which wording a message has, by what it tells of. */
export function wordingOf(kind: MessageKind, cancelledBy: 'citizen' | 'staff' | 'system' | null): Wording {
  return kind === 'cancellation' && cancelledBy === 'staff' ? 'cancellationByStaff' : kind;
}

/** The municipality's own text for a part, null where it has none. */
export function readOwnText(
  texts: OwnTexts,
  { wording, channel, language }: WordingKey,
  part: WordedPart,
): string | null {
  const key = ownTextKey(wordings[wording].kind, channel, language, storedPart(wording, part));
  return texts.get(key) ?? null;
}

/** Reads a key as it stands in an address; null when there is no such message. */
export function parseWordingKey({
  wording,
  channel,
  language,
}: Readonly<Record<keyof WordingKey, string>>): WordingKey | null {
  const knownLanguage = languages.find((each) => each === language);
  if (!Object.hasOwn(wordings, wording) || !Object.hasOwn(wordedParts, channel)) return null;
  if (knownLanguage === undefined) return null;
  return { wording: wording as Wording, channel: channel as MessageChannel, language: knownLanguage };
}
