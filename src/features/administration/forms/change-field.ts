import { z } from 'zod';
import { type FormField, formLimits, prefillSources } from '#journey/forms/form-definition.ts';
import { parseCents } from '#journey/forms/read-answer.ts';
import type { ServiceId } from '#journey/ids.ts';
import { type LocalizedText, languages } from '#journey/language.ts';
import { parseLocalDate } from '#journey/local-time.ts';
import { readChoices } from '../choice-lines.ts';
import { id, localized, localizedOrNothing, optionalText, wholeNumber } from '../form-fields.ts';
import type { Change } from '../make-change.ts';
import { changeContent, newKey, seenForm } from './change-form.ts';
import { conditionOf, typedCondition } from './condition-text.ts';
import { putField } from './edit-content.ts';

const lines = optionalText(formLimits.choices * 121);
const yesOrNo = z.enum(['no', 'yes']).transform((chosen) => chosen === 'yes');

/** A date that may be left out. */
const dateOrNothing = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null;
    const date = parseLocalDate(typed);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message: 'dateWrong' });
    return z.NEVER;
  });

const amount = z.string({ error: 'missing' }).transform((typed, context) => {
  const cents = parseCents(typed);
  if (cents !== null) return cents;
  context.addIssue({ code: 'custom', message: 'feeWrong' });
  return z.NEVER;
});

const everyKind = {
  ...seenForm,
  service: id<ServiceId>(),
  step: z.string(),
  /** Empty of a new one. */
  key: z.string().optional(),
  label: localized(200),
  hint: localizedOrNothing(300),
  isMandatory: yesOrNo,
  condition: typedCondition,
  prefillFrom: z
    .enum(['', ...prefillSources])
    .optional()
    .transform((typed) => typed || null),
};

/** A question of a form, with what its kind needs. */
export const fieldForm = z
  .discriminatedUnion('kind', [
    z.object({
      ...everyKind,
      kind: z.literal('text'),
      isLong: yesOrNo,
      mostCharacters: wholeNumber(1, formLimits.characters),
    }),
    z.object({
      ...everyKind,
      kind: z.literal('choice'),
      mayBeSeveral: yesOrNo,
      choices: z.object({ nl: lines, fr: lines, en: lines, de: lines }).optional(),
    }),
    z.object({
      ...everyKind,
      kind: z.literal('date'),
      when: z.enum(['any', 'past', 'future']),
      from: dateOrNothing,
      until: dateOrNothing,
    }),
    z.object({ ...everyKind, kind: z.literal('address') }),
    z.object({ ...everyKind, kind: z.literal('amount'), leastCents: amount, mostCents: amount }),
  ])
  .transform((typed, context) => {
    const say = (message: string, path: (string | number)[]) => {
      context.addIssue({ code: 'custom', message, path });
      return z.NEVER;
    };
    if (typed.kind === 'date' && typed.from !== null && typed.until !== null && typed.from > typed.until)
      return say('dateOrder', ['until']);
    if (typed.kind === 'amount' && typed.leastCents > typed.mostCents)
      return say('numberWrong', ['mostCents']);
    if (typed.kind !== 'choice') return typed;
    const read = readChoices(typed.choices ?? {}, formLimits.choices);
    return read.ok ? { ...typed, choices: read.choices } : say(read.code, ['choices', 'nl']);
  });

export type TypedField = z.output<typeof fieldForm>;

export function changeField(typed: TypedField): Change {
  const { form, seen, step } = typed;
  return changeContent({ form, seen }, (content) => {
    const before = content.steps.flatMap(({ fields }) => fields).find(({ key }) => key === typed.key);
    if (typed.key && before?.kind !== typed.kind) return null;
    return putField(step, toField(typed, before ?? null))(content);
  });
}

function toField(typed: TypedField, before: FormField | null): FormField {
  const { form: _form, seen: _seen, service: _service, step: _step, ...words } = typed;
  const field = { ...words, key: words.key || newKey(), condition: conditionOf(words.condition) };
  if (field.kind !== 'choice') return field;
  const known = before?.kind === 'choice' ? before.choices : [];
  return { ...field, choices: keepKeys(known, field.choices) };
}

type Choices = Extract<FormField, { kind: 'choice' }>['choices'];

/**
 * Choices keep their keys, so that what rests on them stays: those whose words are the same; and where as many were written as there
 * were, those that stand in the same place.
 */
export function keepKeys(known: Choices, written: readonly LocalizedText[]): Choices {
  const isSame = (one: LocalizedText, other: LocalizedText) =>
    languages.every((language) => one[language] === other[language]);
  const matched = written.map((text) => known.find((choice) => isSame(choice.text, text))?.key);
  const taken = new Set(matched);
  return written.map((text, index) => {
    const place = known.length === written.length ? known[index]?.key : undefined;
    const key = matched[index] ?? (place !== undefined && !taken.has(place) ? place : newKey());
    return { key, text };
  });
}
