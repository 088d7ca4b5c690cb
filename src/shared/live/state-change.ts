/** What turns a state into a later one of the same view, for who has the first. */
export type StateChange = {
  /** Parts that are new or another. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Names of parts that are gone. */
  readonly gone?: readonly string[];
  /** Parts that are lists of which something stays: of what the new list is made, in its order. */
  readonly lists?: Readonly<Record<string, readonly ListStep[]>>;
};

export type ListStep =
  /** So many of the old list, from there on. */
  | readonly [from: number, count: number]
  /** One of the old list, of which only some fields are another. */
  | ({ readonly at: number } & Pick<StateChange, 'set' | 'gone'>)
  | { readonly new: unknown };

type Fields = Readonly<Record<string, unknown>>;

/**
 * The later state. Whatever did not change is the very same object, so that what is drawn of it need not be drawn again.
 * @param state the one that the change was told for
 */
export function applyChange<State>(state: State, change: StateChange): State {
  const before = state as Fields;
  const lists = Object.entries(change.lists ?? {}).map(([name, steps]) => {
    return [name, makeList(before[name] as readonly unknown[], steps)] as const;
  });
  return changeFields(before, { ...change, set: { ...change.set, ...Object.fromEntries(lists) } }) as State;
}

function makeList(before: readonly unknown[], steps: readonly ListStep[]): readonly unknown[] {
  return steps.flatMap((step) => {
    if (isStretch(step)) return before.slice(step[0], step[0] + step[1]);
    return ['new' in step ? step.new : changeFields(before[step.at] as Fields, step)];
  });
}

export function isStretch(step: ListStep): step is readonly [from: number, count: number] {
  return Array.isArray(step);
}

function changeFields(before: Fields, { set, gone = [] }: Pick<StateChange, 'set' | 'gone'>): Fields {
  const changed = { ...before, ...set };
  return gone.length === 0
    ? changed
    : Object.fromEntries(Object.entries(changed).filter(([name]) => !gone.includes(name)));
}
