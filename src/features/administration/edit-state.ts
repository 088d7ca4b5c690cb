import type { IconShape } from '#shared/ui/icon-shape.ts';

/** An appointment that a change would leave without its time, in the reader's words. It stays booked. */
export type HitWords = {
  readonly key: string;
  readonly name: string;
  readonly reference: string;
  readonly moment: string;
  /** Why it no longer fits. */
  readonly reason: string;
};

/** What a change does, in the reader's words. */
export type EffectWords = {
  readonly lines: readonly {
    readonly key: string;
    readonly icon: IconShape;
    readonly tone: Tone;
    readonly text: string;
  }[];
  readonly hits: readonly HitWords[];
};
type Tone = 'ok' | 'warn' | 'neutral';

/** One form of the administration between two submits. */
export type EditState = {
  /** What was typed, per field; null is nothing yet. */
  readonly typed: Readonly<Record<string, readonly string[]>> | null;
  /** What is wrong, per field, in the reader's words. */
  readonly problems: Readonly<Record<string, string>>;
  /** What is certainly wrong though somebody still types, per field: said there, without taking the focus. */
  readonly noticed: Readonly<Record<string, string>>;
  /** What is wrong with no field in particular. */
  readonly problem: string | null;
  readonly effect: EffectWords | null;
  /** Which appointments were shown; saving what hits these is meant. */
  readonly confirmed: string | null;
  /** What was asked for: the button that does it says what it means to press it again. */
  readonly asked: 'save' | 'remove';
  /** Raised by every submit of the person; looking ahead by itself leaves it, and the fields with it, alone. */
  readonly version: number;
  /** The id of what has the focus after a list of rows changed; null leaves it where it is. */
  readonly focus: string | null;
};

export const freshEdit: EditState = {
  typed: null,
  problems: {},
  noticed: {},
  problem: null,
  effect: null,
  confirmed: null,
  asked: 'save',
  version: 0,
  focus: null,
};

export type EditAction = (previous: EditState, form: FormData) => Promise<EditState>;

export type Option = { readonly value: string; readonly text: string; readonly hint?: string };

type Described = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: string;
};

/** A field of a form, as the server describes it to the browser. */
export type FieldSpec =
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string }
  | (Described & {
      readonly kind: 'text';
      readonly value: string;
      readonly type?: 'text' | 'date' | 'number' | 'url' | 'datetime-local';
      readonly width?: 'full' | 'half' | 'short';
    })
  | (Described & { readonly kind: 'area'; readonly value: string })
  | (Described & { readonly kind: 'select'; readonly value: string; readonly options: readonly Option[] })
  | (Described & { readonly kind: 'radios'; readonly value: string; readonly options: readonly Option[] })
  | (Described & {
      readonly kind: 'checks';
      readonly values: readonly string[];
      readonly options: readonly Option[];
    });

/** A list of rows that are added, moved and taken away in the form itself. */
export type RowList = {
  /** Its name in the form. */
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  /** Where there is no row. */
  readonly none: string;
  readonly add: string;
  /** What one row is: "Punt". */
  readonly row: string;
  /** The fields of a row; names and values are those of an empty one. */
  readonly fields: readonly FieldSpec[];
  /** What is saved, by the fields' names. */
  readonly rows: readonly Readonly<Record<string, string>>[];
};

/** Fields that belong together; without a title they stand by themselves. */
export type FieldGroup = {
  readonly key: string;
  readonly title?: string;
  /** Side by side where there is room. */
  readonly beside?: boolean;
  readonly fields: readonly FieldSpec[];
};
