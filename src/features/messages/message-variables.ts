import { isForCompanion } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import { type WordedPart, type Wording, wordings } from './own-texts.ts';

/** What words about an appointment can name of it. */
export const messageVariables = [
  'organisation',
  'moment',
  'day',
  'until',
  'agreed',
  'how',
  'service',
  'reference',
  'phone',
  'words',
  'link',
] as const;
export type MessageVariable = (typeof messageVariables)[number];
export type MessageValues = Readonly<Record<MessageVariable, string>>;

/** Each variable by its own name in braces: what a text is written with before it is about an appointment. */
export const variableNames = Object.fromEntries(
  messageVariables.map((name) => [name, `{${name}}`]),
) as MessageValues;

/** What only some messages can name. */
const known: Partial<Record<MessageVariable, readonly Wording[]>> = {
  day: ['reminder'],
  until: ['earlierTime'],
  agreed: ['delayed'],
  how: ['confirmation', 'reminder', 'moved', 'escalation'],
};

/** A third person reads when it is, and not what for. */
const ofCitizenAlone: readonly MessageVariable[] = ['service', 'reference'];

/**
 * The variables that a part may name. A text message names no service, because a phone's screen is public, and neither does a subject;
 * a mail has the phrase, the link and how the appointment takes place in its own place already.
 */
export function allowedVariables(
  wording: Wording,
  channel: MessageChannel,
  part: WordedPart,
): readonly MessageVariable[] {
  return messageVariables.filter((name) => {
    if (known[name]?.includes(wording) === false) return false;
    if (isForCompanion(wordings[wording].kind) && ofCitizenAlone.includes(name)) return false;
    if (channel === 'sms') return name !== 'service';
    if (name === 'words' || name === 'link' || name === 'how') return false;
    return name !== 'service' || part !== 'subject';
  });
}

/** The variables without which a text message is of no use, or could be anybody's. A mail has these in its own place. */
export function requiredVariables(wording: Wording, channel: MessageChannel): readonly MessageVariable[] {
  if (channel === 'email') return [];
  const tellsWhen = ![
    'missed',
    'turnNear',
    'waitingWord',
    'requestLink',
    'questionAnswered',
    'cancellation',
    'cancellationByStaff',
  ].includes(wording);
  return [
    ...(tellsWhen ? (['moment'] as const) : []),
    ...(wording === 'earlierTime' ? (['until'] as const) : []),
    'words',
    // What does not take place needs no way in.
    ...(wording === 'companionOff' ? [] : (['link'] as const)),
  ];
}

/** The names between braces, in the order in which they come, each once. */
export function namedVariables(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name))];
}

/**
 * Puts the values in the place of `{their names}`. A value is not read again: braces that somebody has in their name stay braces. One
 * that is empty takes the space before it along.
 */
export function fillIn(text: string, values: MessageValues): string {
  return text.replaceAll(/( ?)\{([a-z]+)\}/g, (written, space: string, name: string) => {
    if (!Object.hasOwn(values, name)) return written;
    const value = values[name as MessageVariable];
    return value === '' ? '' : `${space}${value}`;
  });
}
