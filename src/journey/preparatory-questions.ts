import type { PreparatoryQuestionId, ServiceId } from './ids.ts';
import type { Language, LocalizedText } from './language.ts';

/** What services ask before the conversation, and what the citizen answered. */

export const questionKinds = ['text', 'choice', 'date'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type PreparatoryQuestion = {
  readonly id: PreparatoryQuestionId;
  readonly kind: QuestionKind;
  readonly label: LocalizedText;
  readonly hint: LocalizedText | null;
  /** Empty unless one of them is to be chosen. */
  readonly choices: readonly LocalizedText[];
  readonly isMandatory: boolean;
  /** A text, a date (ISO 8601), or the Dutch words of what was chosen; null while there is none. */
  readonly answer: string | null;
};

/** Of each service that asks something, in the appointment's order. */
export type PreparatoryForm = readonly {
  readonly serviceId: ServiceId;
  readonly name: LocalizedText;
  readonly questions: readonly PreparatoryQuestion[];
}[];

export const mostAnswerCharacters = 1000;

const hidden = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text of several lines as it is kept: without signs that nobody sees, no longer than it may be. */
export function tidyText(typed: string, mostCharacters = mostAnswerCharacters): string {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').replace(hidden, '').trim();
  return [...text].slice(0, mostCharacters).join('').trim();
}

/** What is kept of an answer as it was typed: null for none; undefined when it cannot be one. */
export function readAnswer(
  { kind, choices }: Pick<PreparatoryQuestion, 'kind' | 'choices'>,
  typed: string,
): string | null | undefined {
  const text = tidyText(typed);
  if (text === '') return null;
  if (kind === 'text') return text;
  if (kind === 'choice') return choices.some(({ nl }) => nl === text) ? text : undefined;
  return isDate(text) ? text : undefined;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

/** An answer as people read it; a choice that is offered no more as it was. */
export function sayAnswer(
  { kind, choices, answer }: Pick<PreparatoryQuestion, 'kind' | 'choices' | 'answer'>,
  language: Language,
  say: (text: LocalizedText) => string,
): string | null {
  if (answer === null || kind === 'text') return answer;
  if (kind === 'choice') {
    const chosen = choices.find(({ nl }) => nl === answer);
    return chosen === undefined ? answer : say(chosen);
  }
  if (!isDate(answer)) return answer;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${answer}T00:00:00Z`),
  );
}

/** What has to be answered and is not. */
export function missingAnswers(form: PreparatoryForm): readonly PreparatoryQuestion[] {
  return form
    .flatMap(({ questions }) => questions)
    .filter(({ isMandatory, answer }) => isMandatory && answer === null);
}
