import type { WordedPart } from '../own-texts.ts';

export type TextPerPart = Readonly<Partial<Record<WordedPart, string>>>;

/** The form of a message's words between two submits. Everything in the reader's words. */
export type OwnTextsState = {
  /** What was typed; null is nothing yet. */
  readonly typed: TextPerPart | null;
  readonly problems: TextPerPart;
  /** What is wrong with no part in particular. */
  readonly problem: string | null;
  /** The version of the texts that were told of last; null is the one that the page began with. */
  readonly seen: string | null;
  readonly version: number;
};

export const freshOwnTexts: OwnTextsState = {
  typed: null,
  problems: {},
  problem: null,
  seen: null,
  version: 0,
};

export type OwnTextsAction = (previous: OwnTextsState, form: FormData) => Promise<OwnTextsState>;

/** One message on one channel in one language, as its editor needs it. */
export type EditedMessage = {
  readonly wording: string;
  readonly channel: 'email' | 'sms';
  readonly language: string;
  readonly parts: readonly WordedPart[];
  /** The texts as they are now, own or the product's. */
  readonly texts: TextPerPart;
  readonly defaults: TextPerPart;
  /** Stands for the own texts as they are now. */
  readonly seen: string;
  readonly variables: readonly {
    readonly name: string;
    readonly example: string;
    readonly needed: boolean;
    readonly parts: readonly WordedPart[];
  }[];
  /** The value of every variable in the example. */
  readonly values: Readonly<Record<string, string>>;
};
