/** The time by which the product decides: in production the database's, in tests whatever the test sets. */
export type Clock = {
  /** Epoch milliseconds. */
  readonly now: () => number;
};
