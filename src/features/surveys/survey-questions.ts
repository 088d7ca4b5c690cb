/** What the form itself needs to know of the questions: how they are checked is the server's, and stays out of the page. */

/** In characters. */
export const improvementLimit = 1_000;

export const scaleQuestions = ['satisfaction', 'easeOfUse', 'wouldUseAgain'] as const;
