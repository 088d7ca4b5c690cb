import type { Gathering, LookMemory } from './look-memory.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/** Makes a scope one in which many look at once: what they need alike is read once. It must not write what it shares. */
export function openLook(scope: OrganisationScope): OrganisationScope {
  return { ...scope, look: { shared: new Map(), gatherings: new Map(), turn: Promise.resolve() } };
}

/**
 * Reads what many need alike: once per look, and outside of one each time.
 * @param name what it is, and of whom
 * @param read asks the database and shares nothing in its turn, for it would wait for itself
 */
export function shareInLook<Value>(
  { look }: OrganisationScope,
  name: string,
  read: () => Promise<Value>,
): Promise<Value> {
  if (look === undefined) return read();
  const known = look.shared.get(name) as Promise<Value> | undefined;
  if (known !== undefined) return known;
  const value = inTurn(look, read);
  look.shared.set(name, value);
  return value;
}

/**
 * Reads what each needs for itself with one question for all who look along.
 * @param kind of question; all who ask it must mean the same
 */
export async function gatherInLook<Value>(
  { look }: OrganisationScope,
  kind: string,
  key: string,
  readAll: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<Value | undefined> {
  if (look === undefined) return (await readAll([key])).get(key);
  const gathering = look.gatherings.get(kind) ?? gather(look, kind, readAll);
  gathering.keys.add(key);
  return (await gathering.answer).get(key) as Value | undefined;
}

/** All who ask before the work at hand is done are answered together. */
function gather<Value>(
  look: LookMemory,
  kind: string,
  readAll: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Gathering {
  const keys = new Set<string>();
  const asked = new Promise<void>((resolve) => void setImmediate(resolve));
  const answer = asked.then(() => {
    look.gatherings.delete(kind);
    return inTurn(look, () => readAll([...keys]));
  });
  const gathering = { keys, answer };
  look.gatherings.set(kind, gathering);
  return gathering;
}

function inTurn<Value>(look: LookMemory, read: () => Promise<Value>): Promise<Value> {
  const answer = look.turn.then(read);
  look.turn = answer.catch(() => {});
  return answer;
}
