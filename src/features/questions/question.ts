import { z } from 'zod';

export const mostQuestionCharacters = 2_000;
export const mostAnswerCharacters = 4_000;

/** To whom, by when, and whether the citizen reads the answer. */
export const newQuestion = z.strictObject({
  teamId: z.uuid(),
  /** Null for whoever of the team answers. */
  clerkId: z.uuid().nullable(),
  question: z.string().trim().min(1).max(mostQuestionCharacters),
  /** Epoch milliseconds. */
  answerBy: z.int(),
  isForCitizen: z.boolean(),
});
export type NewQuestion = z.infer<typeof newQuestion>;

export const questionAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('answer'), answer: z.string().trim().min(1).max(mostAnswerCharacters) }),
  z.strictObject({ act: z.literal('confirm') }),
]);
export type QuestionAct = z.infer<typeof questionAct>;

export type QuestionFailure = {
  readonly code: /** No conversation or question of theirs. */
    | 'notFound'
    /** The moment has passed, or is more than ninety days away. */
    | 'badMoment'
    /** No such team, or that person is not in it. */
    | 'nobodyThere'
    /** A colleague was first. */
    | 'answeredAlready';
};

/** Whom to ask, and by when they may be asked to answer. */
export type QuestionChoices = {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly teamId: string;
    readonly teamName: string;
  }[];
  /** Ends of working days, epoch milliseconds. */
  readonly moments: readonly { readonly days: number; readonly at: number }[];
};
