/** A part of a state as it travels: a name, and the JSON of its value; of a list, the JSON of each of its items. */
export type StatePart =
  | { readonly name: string; readonly text: string; readonly items: null }
  | { readonly name: string; readonly text: null; readonly items: readonly string[] };

/** A state as it travels. */
export type StateText = {
  readonly serverNow: number | undefined;
  /** Without the server's time, which differs each time. */
  readonly parts: readonly StatePart[];
};

const known = new WeakMap<object, StatePart>();

/** Writes a state part by part: a part that many are shown, such as a team's queue, is written once, and kept once. */
export function writeState(state: object): StateText {
  const { serverNow, ...others } = state as { readonly serverNow?: number } & Record<string, unknown>;
  const parts = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [writePart(name, value)],
  );
  return { serverNow, parts };
}

/** The JSON of the whole state. */
export function joinState({ serverNow, parts }: StateText): string {
  const members = parts.map((part) => `${JSON.stringify(part.name)}:${joinPart(part)}`);
  if (serverNow !== undefined) members.unshift(`"serverNow":${serverNow}`);
  return `{${members.join()}}`;
}

/** The JSON of a part's value. */
export function joinPart({ text, items }: StatePart): string {
  return items === null ? text : `[${items.join()}]`;
}

/** Whether a reader who was told the one needs not be told the other. */
export function isSameState({ parts }: StateText, told: StateText | null): boolean {
  return (
    told !== null &&
    parts.length === told.parts.length &&
    parts.every((part, i) => isSamePart(part, told.parts[i]))
  );
}

/** Whether both have the same name and say the same. */
export function isSamePart(part: StatePart, told: StatePart | undefined): boolean {
  if (part === told) return true;
  if (told === undefined || part.name !== told.name || part.text !== told.text) return false;
  if (part.items === null || told.items === null) return part.items === told.items;
  const { items } = told;
  return part.items.length === items.length && part.items.every((item, i) => item === items[i]);
}

function writePart(name: string, value: unknown): StatePart {
  if (typeof value !== 'object' || value === null) return { name, text: JSON.stringify(value), items: null };
  const part = known.get(value);
  // One object may be shown under two names.
  if (part?.name === name) return part;
  const written: StatePart = Array.isArray(value)
    ? { name, text: null, items: value.map((item) => JSON.stringify(item) ?? 'null') }
    : { name, text: JSON.stringify(value), items: null };
  known.set(value, written);
  return written;
}
