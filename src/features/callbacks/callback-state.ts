import type { CallbackProblems, TypedCallback } from './callback-form.ts';

/** The form's own id: buttons outside it send it too. */
export const callbackFormId = 'callback';

/** What no field can mend. */
export type CallbackTrouble = 'tooMany' | 'fromElsewhere' | 'windowGone';

/** The page of who wants to be called: what was typed and what is wrong, or what was promised. */
export type CallbackState = {
  readonly submissionKey: string;
  readonly typed: TypedCallback;
  /** When they can be called, in words. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** What "as soon as possible" is now, in words. */
  readonly soonest: string;
  readonly problems: CallbackProblems;
  readonly trouble: CallbackTrouble | null;
  /** In words; null before it was asked. */
  readonly promised: {
    readonly phone: string;
    readonly when: string;
    readonly phraseWords: readonly [string, string];
  } | null;
};
