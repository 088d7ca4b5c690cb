import { z } from 'zod';
import { namesOf, rowsOf, type TypedAnswers } from '#journey/forms/form-answers.ts';
import type { FormContent, FormField, FormStep, PrefillSource } from '#journey/forms/form-definition.ts';
import { type HelpedAnswers, isHelped } from './helped-answers.ts';
import { controlName } from './sent-step.ts';

/** Where something that was filled in beforehand comes from. */
export const knownFrom = ['identification', 'appointment'] as const;
export type KnownFrom = (typeof knownFrom)[number];

/** What was known when somebody began, as it is typed; only what the form asks. */
export type KnownFacts = Readonly<
  Partial<Record<PrefillSource, { readonly text: string; readonly from: KnownFrom }>>
>;

const fact = z.object({ text: z.string(), from: z.enum(knownFrom) });

/** What is sealed of a form that is filled in. */
const fillingContent = z.object({
  answers: z.record(z.string(), z.array(z.record(z.string(), z.array(z.string())))),
  /** The filling's revision at which each step was saved last. */
  savedAt: z.record(z.string(), z.int()),
  /** The filling's revision at which each step was last sent in as a whole. */
  takenAt: z.record(z.string(), z.int()).default({}),
  helped: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  known: z.object({
    name: fact.optional(),
    birthDate: fact.optional(),
    email: fact.optional(),
    phone: fact.optional(),
  }),
});

export type FillingContent = {
  readonly answers: TypedAnswers;
  readonly savedAt: Readonly<Record<string, number>>;
  readonly takenAt: Readonly<Record<string, number>>;
  readonly helped: HelpedAnswers;
  readonly known: KnownFacts;
};

export function writeFilling(content: FillingContent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}

/** @throws Error when it is no filling */
export function readFilling(bytes: Uint8Array): FillingContent {
  return fillingContent.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** How somebody begins: with what is known of what the form asks. */
export function beginFilling(content: FormContent, facts: KnownFacts): FillingContent {
  const asked = fieldsOf(content).flatMap(({ prefillFrom }) => prefillFrom ?? []);
  const known = Object.fromEntries(
    asked.flatMap((source) => (facts[source] === undefined ? [] : [[source, facts[source]]])),
  ) as KnownFacts;
  const answers = content.steps.flatMap(({ key, fields }) => {
    const row = Object.fromEntries(
      fields.flatMap((field) => {
        const fact = field.prefillFrom === null ? undefined : known[field.prefillFrom];
        return fact === undefined ? [] : [[field.key, [fact.text]]];
      }),
    );
    return Object.keys(row).length === 0 ? [] : [[key, [row]] as const];
  });
  return { answers: Object.fromEntries(answers), savedAt: {}, takenAt: {}, helped: {}, known };
}

const fieldsOf = ({ steps }: FormContent): readonly FormField[] => steps.flatMap(({ fields }) => fields);

/** Where the answer comes from that stands in a field; null once it is somebody's own. */
export function knownFromOf(
  { prefillFrom, key }: FormField,
  row: Readonly<Record<string, readonly string[]>>,
  known: KnownFacts,
): KnownFrom | null {
  const fact = prefillFrom === null ? undefined : known[prefillFrom];
  return fact !== undefined && row[key]?.[0] === fact.text ? fact.from : null;
}

/** What is to be known of an answer: where it was known from, or that a clerk filled it in; null for somebody's own. */
export type AnswerMark = KnownFrom | 'helped';

/** @param row of those that count, from 0 */
export function markOf(
  { known, helped, answers }: Pick<FillingContent, 'known' | 'helped' | 'answers'>,
  { step, row, field }: { readonly step: FormStep; readonly row: number; readonly field: FormField },
): AnswerMark | null {
  const typed = rowsOf(step, answers)[row] ?? {};
  const isByClerk = namesOf(field).some((name) =>
    isHelped(helped, { step: step.key, control: controlName(row, name) }, typed[name]),
  );
  return isByClerk ? 'helped' : knownFromOf(field, typed, known);
}
