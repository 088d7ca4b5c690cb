import { z } from 'zod';
import { assuranceLevels } from '../assurance-level.ts';
import type { FormId } from '../ids.ts';
import { parseLocalDate } from '../local-time.ts';
import { localizedText } from '../localized-text.ts';

/** What a form of a service is, as data: steps of fields, in every language. One version of it never changes once it is published. */

export const fieldKinds = ['text', 'choice', 'date', 'address', 'amount'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** What is known already and can be put in: verified by an identification, or told when the appointment was made. */
export const prefillSources = ['name', 'birthDate', 'email', 'phone'] as const;
export type PrefillSource = (typeof prefillSources)[number];

/** Which kind of field each of them fits. */
export const prefillKinds: Readonly<Record<PrefillSource, FieldKind>> = {
  name: 'text',
  birthDate: 'date',
  email: 'text',
  phone: 'text',
};

export const formLimits = {
  steps: 12,
  fieldsOfStep: 20,
  choices: 20,
  rows: 20,
  characters: 4000,
  /** Ten million euro. */
  cents: 1_000_000_000,
} as const;

/** Names a step, a field or a choice for as long as the form exists, whatever its words become. */
const key = z.string().regex(/^[a-z][a-z0-9]{0,23}$/);
const localDate = z.string().transform((text, context) => {
  const date = parseLocalDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'no date' });
  return z.NEVER;
});

/** Asked only where an earlier step's question got that answer. */
const condition = z.object({ field: key, answer: key });

const everyField = {
  key,
  label: localizedText,
  hint: localizedText.nullable(),
  isMandatory: z.boolean(),
  condition: condition.nullable(),
  prefillFrom: z.enum(prefillSources).nullable(),
};

const field = z.discriminatedUnion('kind', [
  z.object({
    ...everyField,
    kind: z.literal('text'),
    isLong: z.boolean(),
    mostCharacters: z.int().min(1).max(formLimits.characters),
  }),
  z.object({
    ...everyField,
    kind: z.literal('choice'),
    mayBeSeveral: z.boolean(),
    choices: z.array(z.object({ key, text: localizedText })).max(formLimits.choices),
  }),
  z.object({
    ...everyField,
    kind: z.literal('date'),
    /** Against the day on which it is filled in: `past` and `future` include it. */
    when: z.enum(['any', 'past', 'future']),
    from: localDate.nullable(),
    until: localDate.nullable(),
  }),
  z.object({ ...everyField, kind: z.literal('address') }),
  z.object({
    ...everyField,
    kind: z.literal('amount'),
    leastCents: z.int().min(0).max(formLimits.cents),
    mostCents: z.int().min(0).max(formLimits.cents),
  }),
]);

const step = z.object({
  key,
  title: localizedText,
  text: localizedText.nullable(),
  condition: condition.nullable(),
  /** The step's fields are filled in once for each of several things, as for each child; null is once. */
  repeats: z
    .object({
      least: z.int().min(0).max(formLimits.rows),
      most: z.int().min(1).max(formLimits.rows),
      /** What one of them is: "Kind". */
      row: localizedText,
    })
    .nullable(),
  fields: z.array(field).max(formLimits.fieldsOfStep),
});

export const formContent = z.object({
  title: localizedText,
  /** What stands above the first step; null for nothing. */
  intro: localizedText.nullable(),
  /** Who was not identified so well is not asked. */
  minimumLevel: z.enum(assuranceLevels),
  steps: z.array(step).max(formLimits.steps),
});

/** What a request of the kind `form` says of it: which form. Its newest published version is the one that is filled in. */
export const formSettings = z.object({ formId: z.uuid().transform((id) => id as FormId) });

export type FormContent = z.output<typeof formContent>;
export type FormStep = FormContent['steps'][number];
export type FormField = FormStep['fields'][number];
export type FormCondition = NonNullable<FormStep['condition']>;
