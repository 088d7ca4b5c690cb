import { type ChoiceStore, createChoiceStore } from './call-choices.ts';
import type { CallSession } from './call-session.ts';

/** The calls of this window, by the address of their access. What the waiting room prepared, the call takes over. */
type OpenCall = {
  readonly whenLoaded: Promise<CallSession>;
  session: CallSession | null;
  /** Parts of the page that show it. */
  holders: number;
};

const calls = new Map<string, OpenCall>();
/** Between two screens of one page nobody holds the call for a moment. */
const graceMilliseconds = 1_000;

/** The call at an address if it has been loaded. */
export function findCall(address: string): CallSession | null {
  return calls.get(address)?.session ?? null;
}

/**
 * Holds the call at an address open; the video library is fetched for the first one. When the last holder lets go, the call is left.
 * @param storage where choices of devices are kept
 * @returns how to let go
 */
export function holdCall(
  address: string,
  storage: () => Storage,
  onLoaded: (session: CallSession) => void,
): () => void {
  const call = calls.get(address) ?? load(address, createChoiceStore(storage));
  calls.set(address, call);
  call.holders += 1;
  let isHeld = true;
  void call.whenLoaded.then((session) => {
    if (isHeld) onLoaded(session);
  });
  return () => {
    if (!isHeld) return;
    isHeld = false;
    call.holders -= 1;
    setTimeout(() => letGo(address, call), graceMilliseconds);
  };
}

function letGo(address: string, call: OpenCall): void {
  if (call.holders > 0) return;
  if (calls.get(address) === call) calls.delete(address);
  void call.whenLoaded.then((session) => session.leave());
}

function load(address: string, choices: ChoiceStore): OpenCall {
  const whenLoaded = import('./call-session.ts').then((module) => {
    call.session = new module.CallSession(address, choices);
    return call.session;
  });
  const call: OpenCall = { whenLoaded, session: null, holders: 0 };
  return call;
}
