import { isStretch, type ListStep } from '#shared/live/state-change.ts';
import { isSamePart, joinPart, type StatePart, type StateText } from './state-text.ts';

type Told = { readonly before: WeakRef<StatePart>; readonly steps: string | null };

/** Of each list, how it came from the one before: all who follow a team were told the same before. */
const known = new WeakMap<StatePart, Told>();

/** The JSON of what changed (`StateChange`), for a reader who was told the one state and is to have the other. */
export function tellChange(told: StateText, { serverNow, parts }: StateText): string {
  const before = new Map(told.parts.map((part) => [part.name, part]));
  const set = serverNow === undefined ? [] : [`"serverNow":${serverNow}`];
  const lists: string[] = [];
  for (const part of parts) {
    const old = before.get(part.name);
    before.delete(part.name);
    if (isSamePart(part, old)) continue;
    const steps = old === undefined ? null : tellList(old, part);
    const name = JSON.stringify(part.name);
    if (steps === null) set.push(`${name}:${joinPart(part)}`);
    else lists.push(`${name}:${steps}`);
  }
  const members = [`"set":{${set.join()}}`];
  if (before.size > 0) members.push(`"gone":${JSON.stringify([...before.keys()])}`);
  if (lists.length > 0) members.push(`"lists":{${lists.join()}}`);
  return `{${members.join()}}`;
}

/** The JSON of the steps from one list to another; null where nothing stays, and for what is no list. */
function tellList(before: StatePart, part: StatePart): string | null {
  if (before.items === null || part.items === null) return null;
  const told = known.get(part);
  if (told?.before.deref() === before) return told.steps;
  const made = stepsBetween(before.items, part.items);
  const steps = made.some((step) => !('new' in step)) ? JSON.stringify(made) : null;
  known.set(part, { before: new WeakRef(before), steps });
  return steps;
}

/** Each item is sought among the old ones; where it is not, it may be the one that stood in its place, changed. */
function stepsBetween(before: readonly string[], items: readonly string[]): readonly ListStep[] {
  const places = new Map(before.map((item, at) => [item, at]));
  const steps: ListStep[] = [];
  let next = 0;
  for (const item of items) {
    const at = before[next] === item ? next : places.get(item);
    const last = steps.at(-1);
    if (at === undefined) {
      const step = tellItem(before[next], next, item);
      if ('at' in step) next += 1;
      steps.push(step);
      continue;
    }
    if (last !== undefined && isStretch(last) && last[0] + last[1] === at) {
      steps[steps.length - 1] = [last[0], last[1] + 1];
    } else steps.push([at, 1]);
    next = at + 1;
  }
  return steps;
}

function tellItem(old: string | undefined, at: number, item: string): ListStep {
  const before: unknown = old === undefined ? null : JSON.parse(old);
  const value: unknown = JSON.parse(item);
  if (!isRecord(before) || !isRecord(value)) return { new: value };
  const names = Object.keys(value);
  const others = names.filter(
    (name) => !Object.hasOwn(before, name) || JSON.stringify(before[name]) !== JSON.stringify(value[name]),
  );
  // So much is another that it is another thing.
  if (others.length > names.length / 2) return { new: value };
  const set = Object.fromEntries(others.map((name) => [name, value[name]]));
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(value, name));
  return gone.length === 0 ? { at, set } : { at, set, gone };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
