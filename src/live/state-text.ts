/** A state as it travels. */
export type StateText = {
  /** In turn the name and the JSON of each part but the server's time, which differs each time. */
  readonly parts: readonly string[];
  readonly json: () => string;
};

const known = new WeakMap<object, string>();

/** Writes a state part by part: a part that many are shown, such as a team's queue, is written once, and kept once. */
export function writeState(state: object): StateText {
  const { serverNow, ...others } = state as Record<string, unknown>;
  const parts = Object.entries(others).flatMap(([name, value]) => writePart(name, value));
  return { parts, json: () => joinParts([...writePart('serverNow', serverNow), ...parts]) };
}

function joinParts(parts: readonly string[]): string {
  const members = parts.map((part, i) => (i % 2 === 0 ? `${i === 0 ? '' : ','}${part}:` : part));
  return `{${members.join('')}}`;
}

/** Whether a reader who was told the one needs not be told the other. */
export function isSameState({ parts }: StateText, told: StateText | null): boolean {
  return (
    told !== null && parts.length === told.parts.length && parts.every((part, i) => part === told.parts[i])
  );
}

function writePart(name: string, value: unknown): readonly string[] {
  if (value === undefined) return [];
  return [
    JSON.stringify(name),
    typeof value === 'object' && value !== null ? writeShared(value) : JSON.stringify(value),
  ];
}

function writeShared(value: object): string {
  const text = known.get(value) ?? JSON.stringify(value);
  known.set(value, text);
  return text;
}
