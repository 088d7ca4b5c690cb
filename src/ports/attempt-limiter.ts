/** How often something may be tried with the same key. */
export type AttemptLimit = {
  /** What is tried; attempts of different names do not count together. */
  readonly name: string;
  readonly attempts: number;
  readonly perSeconds: number;
};

/** Counts attempts, for all nodes together. */
export type AttemptLimiter = {
  /**
   * Counts one more attempt and says whether it is still within the limit.
   * @param key whose attempts are counted, an address or a token; only its hash is kept
   */
  readonly allow: (limit: AttemptLimit, key: string) => Promise<boolean>;
};
