import type { StepProblem } from '#journey/forms/check-form.ts';
import type { TypedRow } from '#journey/forms/form-answers.ts';
import type { FormField, FormStep } from '#journey/forms/form-definition.ts';
import type { LocalDate } from '#journey/local-time.ts';
import type { KnownFacts, KnownFrom } from '../filling.ts';
import type { FormReader } from '../say-answer.ts';

/** A field as the browser draws it, in the reader's words. */
export type FieldView = {
  readonly key: string;
  readonly kind: 'line' | 'area' | 'one' | 'several' | 'date' | 'amount' | 'address';
  readonly label: string;
  readonly hint: string | null;
  readonly isMandatory: boolean;
  readonly mostCharacters: number | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** ISO dates. */
  readonly from: string | null;
  readonly until: string | null;
  readonly autoComplete: string | null;
  /** What was filled in beforehand, and where it comes from: marked as long as it stands there. */
  readonly known: { readonly text: string; readonly from: KnownFrom } | null;
};

export type StepView = {
  readonly fields: readonly FieldView[];
  /** Null for a step that is filled in once. */
  readonly repeats: { readonly row: string; readonly least: number; readonly most: number } | null;
};

/** One step between two submits. Names of controls are those of `controlName`. */
export type StepState = {
  readonly rows: readonly TypedRow[];
  /** The filling's revision that it is of. */
  readonly seen: number;
  /** What is wrong, by the control's name, in the reader's words. */
  readonly problems: Readonly<Record<string, string>>;
  readonly note: 'masked' | 'conflict' | 'over' | null;
  /** What another device saved, by the control's name; empty where that is nothing. */
  readonly theirs: Readonly<Record<string, string>>;
  /** Raised by every submit. */
  readonly version: number;
};

export type StepAction = (previous: StepState, form: FormData) => Promise<StepState>;

export const freshStep = (rows: readonly TypedRow[], seen: number): StepState => ({
  rows,
  seen,
  problems: {},
  note: null,
  theirs: {},
  version: 0,
});

const browserNames = { name: 'name', birthDate: 'bday', email: 'email', phone: 'tel' } as const;

/** What a browser needs to draw a step. @param today against which `past` and `future` are meant */
export function viewStep(
  { fields, repeats }: FormStep,
  { say }: Pick<FormReader, 'say'>,
  { known, today }: { readonly known: KnownFacts; readonly today: LocalDate },
): StepView {
  return {
    fields: fields.map((field) => ({
      ...viewKind(field, say, today),
      key: field.key,
      label: say(field.label),
      hint: field.hint === null ? null : say(field.hint),
      isMandatory: field.isMandatory,
      autoComplete: field.prefillFrom === null ? null : browserNames[field.prefillFrom],
      known: field.prefillFrom === null ? null : (known[field.prefillFrom] ?? null),
    })),
    repeats: repeats === null ? null : { ...repeats, row: say(repeats.row) },
  };
}

type KindView = Pick<FieldView, 'kind' | 'mostCharacters' | 'choices' | 'from' | 'until'>;

function viewKind(field: FormField, say: FormReader['say'], today: LocalDate): KindView {
  const plain = { mostCharacters: null, choices: [], from: null, until: null };
  switch (field.kind) {
    case 'text':
      return { ...plain, kind: field.isLong ? 'area' : 'line', mostCharacters: field.mostCharacters };
    case 'choice':
      return {
        ...plain,
        kind: field.mayBeSeveral ? 'several' : 'one',
        choices: field.choices.map(({ key, text }) => ({ value: key, label: say(text) })),
      };
    case 'date':
      return {
        ...plain,
        kind: 'date',
        from: later(field.from, field.when === 'future' ? today : null),
        until: earlier(field.until, field.when === 'past' ? today : null),
      };
    default:
      return { ...plain, kind: field.kind };
  }
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function earlier(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one;
}

/** The first problem of each control. */
export function problemsByControl(
  problems: readonly StepProblem[],
  say: (problem: StepProblem) => string,
): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const problem of problems) words[`${problem.row}.${problem.name}`] ??= say(problem);
  return words;
}
