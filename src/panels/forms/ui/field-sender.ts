import type { SentField } from '../shared-form.ts';
import type { SendAnswer } from './form-address.ts';

/** What is filled in within this time goes together. */
const togetherMilliseconds = 300;
const retryMilliseconds = 1_000;

/** What stands in a field of this page; the session adds what the page knew. */
export type TypedField = Omit<SentField, 'of' | 'seen'>;

export type FieldSender = {
  readonly typed: (field: TypedField) => void;
  /** Whether something of this control is not kept yet, or cannot be for now: what the server has is older than what stands here. */
  readonly isOwn: (control: string) => boolean;
  /** Sends what waited until it may go. */
  readonly go: () => void;
  /** When nothing waits that may go; null where nothing does already. */
  readonly settled: () => Promise<void> | null;
  /** The whole step was sent in: nothing of it is newer here any more. */
  readonly forget: () => void;
};

export type FieldSenderMeans = {
  /** What is filled in meanwhile waits. */
  readonly mayGo: () => boolean;
  /** Sends with what the page knows now. */
  readonly send: (field: TypedField) => Promise<SendAnswer>;
  readonly answered: (answer: SendAnswer) => void;
};

export const controlOf = ({ step, row, name }: Pick<TypedField, 'step' | 'row' | 'name'>): string =>
  `${step} ${row}.${name}`;

/**
 * Sends fields one after the other, never more than one in so many milliseconds; of what is typed meanwhile in one only the newest goes.
 * What did not arrive is tried again until it is there, or may go no more.
 */
export function createFieldSender({ mayGo, send, answered }: FieldSenderMeans): FieldSender {
  const waiting = new Map<string, TypedField>();
  /** Under way, or held back until more of it is typed. */
  const own = new Set<string>();
  let running: Promise<void> | null = null;

  const sendAll = async (): Promise<void> => {
    for (let next = first(waiting); next !== null && mayGo(); next = first(waiting)) {
      const [control, field] = next;
      waiting.delete(control);
      const [answer] = await Promise.all([send(field), pause(togetherMilliseconds)]);
      if (answer.kind === 'later' || answer.kind === 'changed') {
        if (!waiting.has(control) && own.has(control)) waiting.set(control, field);
        await pause(retryMilliseconds);
        continue;
      }
      if (answer.kind === 'kept' && !waiting.has(control)) own.delete(control);
      answered(answer);
    }
    running = null;
  };
  const sendWaiting = () => {
    if (waiting.size > 0 && mayGo()) running ??= sendAll();
  };
  return {
    typed: (field) => {
      const control = controlOf(field);
      own.add(control);
      waiting.set(control, field);
      sendWaiting();
    },
    isOwn: (control) => own.has(control),
    go: sendWaiting,
    settled: () => running,
    forget: () => {
      waiting.clear();
      own.clear();
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function first<Key, Value>(map: ReadonlyMap<Key, Value>): readonly [Key, Value] | null {
  return map.entries().next().value ?? null;
}
