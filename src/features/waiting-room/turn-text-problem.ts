/** Why no text can be promised: no number, none at all, one that gets no texts, one that wants none, too late, or too many tries. */
export type TurnTextProblem = 'missing' | 'wrong' | 'notMobile' | 'stopped' | 'over' | 'tooMany';
