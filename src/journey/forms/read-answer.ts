import { type LocalDate, parseLocalDate } from '../local-time.ts';
import { type AddressPart, addressParts, type TypedRow } from './form-answers.ts';
import { type FormField, formLimits } from './form-definition.ts';

/** A postal address; `box` is empty where there is none. */
export type Address = Readonly<Record<AddressPart, string>>;

/** An answer that is right: a text, the keys of what was chosen, a date, an address, or whole cents. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly keys: readonly string[] }
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'amount'; readonly cents: number };

/** What can be wrong with an answer. */
export const answerProblems = [
  'missing',
  'tooLong',
  'notOffered',
  'dateWrong',
  'dateTooEarly',
  'dateTooLate',
  'amountWrong',
  'amountTooLow',
  'amountTooHigh',
  'postalCodeWrong',
  'tooManyRows',
] as const;
export type AnswerProblem = (typeof answerProblems)[number];

/** At the name under which it was typed. */
export type FoundProblem = { readonly name: string; readonly code: AnswerProblem };

/** An answer, nothing (null) where nothing has to be, or what is wrong. */
export type ReadAnswer =
  | { readonly ok: true; readonly answer: Answer | null }
  | { readonly ok: false; readonly problems: readonly FoundProblem[] };

const longestAddressPart = 120;

/**
 * Reads one field of a row.
 * @param today the organisation's date, against which `past` and `future` are meant
 */
export function readAnswer(field: FormField, row: TypedRow, today: LocalDate): ReadAnswer {
  if (field.kind === 'address') return readAddress(field, row);
  const typed = (row[field.key] ?? []).map((text) => text.trim()).filter((text) => text !== '');
  const [first] = typed;
  if (first === undefined) return field.isMandatory ? wrong(field.key, 'missing') : right(null);
  switch (field.kind) {
    case 'text':
      return [...first].length > field.mostCharacters
        ? wrong(field.key, 'tooLong')
        : right({ kind: 'text', text: first });
    case 'choice':
      return readChoice(field, typed);
    case 'date':
      return readDate(field, first, today);
    case 'amount':
      return readAmount(field, first);
  }
}

const right = (answer: Answer | null): ReadAnswer => ({ ok: true, answer });
const wrong = (name: string, code: AnswerProblem): ReadAnswer => ({ ok: false, problems: [{ name, code }] });

type Field<Kind extends FormField['kind']> = Extract<FormField, { kind: Kind }>;

function readChoice({ key, choices, mayBeSeveral }: Field<'choice'>, typed: readonly string[]): ReadAnswer {
  const keys = choices.map((choice) => choice.key).filter((each) => typed.includes(each));
  const isOffered = typed.every((each) => keys.includes(each)) && (mayBeSeveral || keys.length === 1);
  return isOffered ? right({ kind: 'choice', keys }) : wrong(key, 'notOffered');
}

function readDate({ key, when, from, until }: Field<'date'>, typed: string, today: LocalDate): ReadAnswer {
  const date = parseLocalDate(typed);
  if (date === undefined) return wrong(key, 'dateWrong');
  const earliest = [from, when === 'future' ? today : null].filter((each) => each !== null);
  const latest = [until, when === 'past' ? today : null].filter((each) => each !== null);
  if (earliest.some((each) => date < each)) return wrong(key, 'dateTooEarly');
  if (latest.some((each) => date > each)) return wrong(key, 'dateTooLate');
  return right({ kind: 'date', date });
}

function readAmount({ key, leastCents, mostCents }: Field<'amount'>, typed: string): ReadAnswer {
  const cents = parseCents(typed);
  if (cents === null) return wrong(key, 'amountWrong');
  if (cents < leastCents) return wrong(key, 'amountTooLow');
  return cents > mostCents ? wrong(key, 'amountTooHigh') : right({ kind: 'amount', cents });
}

/** Euros as people write them: `12`, `12,50`, `€ 1.250,00`, `1 250.5`. Null for everything else, and for what is beyond any form. */
export function parseCents(typed: string): number | null {
  const match = /^(\d+|\d{1,3}(?:[.,' ]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(
    typed.replace(/€|EUR/i, '').replace(/\s+/g, ' ').trim(),
  );
  if (match === null) return null;
  const [, euros = '', decimals = ''] = match;
  const cents = Number(euros.replace(/\D/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
  return cents <= formLimits.cents ? cents : null;
}

function readAddress({ key, isMandatory }: Field<'address'>, row: TypedRow): ReadAnswer {
  const texts = addressParts.map((part) => [part, (row[`${key}.${part}`]?.[0] ?? '').trim()] as const);
  if (!isMandatory && texts.every(([, text]) => text === '')) return right(null);
  const problems = texts.flatMap(([part, text]) => {
    const code = problemOfPart(part, text);
    return code === null ? [] : [{ name: `${key}.${part}`, code }];
  });
  if (problems.length > 0) return { ok: false, problems };
  return right({ kind: 'address', address: Object.fromEntries(texts) as Address });
}

function problemOfPart(part: AddressPart, text: string): AnswerProblem | null {
  if (text === '') return part === 'box' ? null : 'missing';
  if (text.length > longestAddressPart) return 'tooLong';
  return part === 'postalCode' && !/^[a-z0-9][a-z0-9 -]{2,9}$/i.test(text) ? 'postalCodeWrong' : null;
}
