import { z } from 'zod';
import { rowsOf, type TypedRow, visibleSteps } from '#journey/forms/form-answers.ts';
import { type FormStep, formLimits } from '#journey/forms/form-definition.ts';
import type { LocalDate } from '#journey/local-time.ts';
import type { KnownFacts } from './filling.ts';
import type { StoredFilling } from './fillings.data.ts';
import type { HelpedAnswers } from './helped-answers.ts';

/** A form that two people fill in together: one is asked, the other is the clerk in conversation with them. */

/** Which of the two. */
export type FormSide = 'asked' | 'clerk';

/** A form as both see it while it is filled in. */
export type SharedForm = {
  /** Those that are asked by now, with the fields that are. */
  readonly steps: readonly FormStep[];
  /** What stands in each step, as it was typed. */
  readonly rows: Readonly<Record<string, readonly TypedRow[]>>;
  readonly known: KnownFacts;
  readonly helped: HelpedAnswers;
  /** Grows with everything that is kept. */
  readonly revision: number;
  /** The organisation's date. */
  readonly today: LocalDate;
  /** Of the clerk who is in conversation with who is asked; null while nobody is. */
  readonly clerkName: string | null;
};

/** Where one of the two is at this moment. Names of places only, never what stands there. */
export type FormPlace = {
  readonly side: FormSide;
  /** Null is the summary. */
  readonly step: string | null;
  /** Null is no field of the step. */
  readonly control: string | null;
};

const key = z.string().max(24);
/** A control's name in its row. */
const name = z.string().max(40);

/** Where somebody is, as their page sends it. */
export const sentPlace = z.strictObject({ step: key.nullable(), control: z.string().max(44).nullable() });
export type SentPlace = z.infer<typeof sentPlace>;

/** What stands in one field, as a page sends it while it is filled in. */
export const sentField = z.strictObject({
  step: key,
  /** From 0 on, of so many rows as the page knew to be kept. */
  row: z.int().min(0).max(formLimits.rows),
  of: z.int().min(0).max(formLimits.rows),
  name,
  values: z.array(z.string().max(formLimits.characters * 2)).max(formLimits.choices),
  /** Where in a text the typing is; null once the field was left. */
  caret: z
    .int()
    .min(0)
    .max(formLimits.characters * 2)
    .nullable(),
  /** The filling's revision that the page showed. */
  seen: z.int().min(0),
});
export type SentField = z.infer<typeof sentField>;

export function shareForm(
  { form, content, revision }: StoredFilling,
  { today, clerkName }: Pick<SharedForm, 'today' | 'clerkName'>,
): SharedForm {
  const steps = visibleSteps(form, content.answers);
  return {
    steps,
    rows: Object.fromEntries(steps.map((step) => [step.key, rowsOf(step, content.answers)])),
    known: content.known,
    helped: content.helped,
    revision,
    today,
    clerkName,
  };
}
