import { z } from 'zod';
import { epochMilliseconds } from '#journey/time.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import type { WantedWindow } from './call-windows.ts';

export const callbackFields = ['name', 'phone', 'question', 'when'] as const;
export type CallbackField = (typeof callbackFields)[number];

/** What can be wrong; the message catalogues say it in words. */
export type CallbackProblem =
  | 'nameTooLong'
  | 'characters'
  | 'phoneMissing'
  | 'phoneWrong'
  | 'questionMissing'
  | 'questionTooLong'
  | 'whenMissing';

export type CallbackProblems = Partial<Record<CallbackField, CallbackProblem>>;

/** As it was typed, to be shown again. */
export type TypedCallback = Record<CallbackField, string>;

export type CallbackAnswers = {
  readonly name: string | null;
  readonly phone: string;
  readonly question: string | null;
  readonly wanted: WantedWindow;
};

const mostTypedCharacters = 5000;
const mostNameCharacters = 120;
const mostQuestionCharacters = 1000;

/** Control characters besides line feeds and tabs, and signs that turn the direction of writing around. */
const strange = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u;

/** The service and the form that our own page wrote itself; null when it did not. */
export function readHidden(form: FormData): { service: string; submissionKey: string } | null {
  const hidden = z
    .object({ service: z.string().min(1).max(80), submissionKey: z.uuid().toLowerCase() })
    .safeParse({ service: form.get('service'), submissionKey: form.get('submissionKey') });
  return hidden.success ? hidden.data : null;
}

export function readTyped(form: FormData): TypedCallback {
  const textOf = (field: CallbackField) => {
    const value = form.get(field);
    return typeof value === 'string' ? value.slice(0, mostTypedCharacters) : '';
  };
  return { name: textOf('name'), phone: textOf('phone'), question: textOf('question'), when: textOf('when') };
}

/** The answers, or all that is wrong with them at once. @param asksQuestion the question is what it is about */
export function readCallbackAnswers(
  typed: TypedCallback,
  asksQuestion: boolean,
):
  | { readonly ok: true; readonly answers: CallbackAnswers }
  | { readonly ok: false; readonly problems: CallbackProblems } {
  const problems: CallbackProblems = {};
  const name = typed.name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (strange.test(name)) problems.name = 'characters';
  else if ([...name].length > mostNameCharacters) problems.name = 'nameTooLong';
  const question = typed.question.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (asksQuestion && question === '') problems.question = 'questionMissing';
  else if (strange.test(question)) problems.question = 'characters';
  else if ([...question].length > mostQuestionCharacters) problems.question = 'questionTooLong';
  const phone = readPhoneNumber(typed.phone);
  if (phone === null) problems.phone = typed.phone.trim() === '' ? 'phoneMissing' : 'phoneWrong';
  const wanted = readWanted(typed.when);
  if (wanted === null) problems.when = 'whenMissing';
  if (phone === null || wanted === null || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, answers: { name: name || null, phone, question: question || null, wanted } };
}

function readWanted(text: string): WantedWindow | null {
  if (text === 'soon') return 'soon';
  return /^\d{1,15}$/.test(text) ? epochMilliseconds(Number(text)) : null;
}
