/** What was read already in one look at the database, for whoever else looks along. */
export type LookMemory = {
  readonly shared: Map<string, Promise<unknown>>;
  readonly gatherings: Map<string, Gathering>;
  /** A transaction answers one question after the other. */
  turn: Promise<unknown>;
};

export type Gathering = {
  readonly keys: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, unknown>>;
};
