import { type Account, callBack } from './callback.ts';
import { outcomeOf } from './numbers.ts';
import type { SmsStatus, SmsStore, TextMessage } from './store.ts';

/** Takes messages through their states. */
export interface Progress {
  /** Goes on with a message from the state it is in. */
  follow(message: TextMessage): void;
  /** Stops every message where it is; the next start goes on from there. */
  close(): void;
}

/**
 * Moves each message one state further every `stepMs` milliseconds, tells its StatusCallback, and tells
 * `changed`. The states never go back, and a state's callback is answered before the next one begins.
 */
export function createProgress(
  store: SmsStore,
  account: Account,
  stepMs: number,
  changed: () => void,
): Progress {
  const timers = new Set<NodeJS.Timeout>();
  const stopping = new AbortController();

  async function advance(message: TextMessage): Promise<void> {
    const next = nextStatus(message);
    if (next === null || !store.get(message.sid)) return;
    const outcome = outcomeOf(message.to);
    if ('errorCode' in outcome && next === outcome.kind) {
      message.errorCode = outcome.errorCode;
      message.errorMessage = outcome.errorMessage;
    }
    message.status = next;
    const step = {
      status: next,
      at: new Date().toISOString(),
      callbackAnswer: undefined as number | null | undefined,
    };
    message.history.push(step);
    await store.save(message);
    changed();
    for (const status of toldStatuses(message)) {
      step.callbackAnswer = await callBack({ ...message, status }, account, stopping.signal);
      await store.save(message);
      changed();
    }
    follow(message);
  }

  function follow(message: TextMessage): void {
    if (stopping.signal.aborted || nextStatus(message) === null) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        advance(message).catch((error: unknown) => console.error(error));
      },
      stepMs * (outcomeOf(message.to).kind === 'slow' ? slowFactor : 1),
    );
    timers.add(timer);
  }

  return {
    follow,
    close() {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

const slowFactor = 20;

/** What is told at a state: the state itself, or nothing and then everything twice and backwards. */
function toldStatuses({ status, to, statusCallback }: TextMessage): readonly SmsStatus[] {
  if (statusCallback === null) return [];
  if (outcomeOf(to).kind !== 'jumbled') return [status];
  return status === 'delivered' ? ['delivered', 'delivered', 'sent', 'sent'] : [];
}

/** queued, sent, delivered; or failed after queued, undelivered after sent, or for ever sent. */
function nextStatus({ status, to }: TextMessage): SmsStatus | null {
  const { kind } = outcomeOf(to);
  if (status === 'queued') return kind === 'failed' ? 'failed' : 'sent';
  if (status === 'sent' && kind === 'undelivered') return kind;
  if (status === 'sent' && kind !== 'unconfirmed') return 'delivered';
  return null;
}
