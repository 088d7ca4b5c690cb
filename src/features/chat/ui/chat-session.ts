import type { ChatLine, ChatView } from '#journey/chat.ts';
import { followEventStream, type StreamConnection } from '#shared/live/follow-event-stream.ts';
import { type ChatStore, emptyChat, type KeptChat, type UnsentLine } from './chat-store.ts';
import { type ChatAddress, sendChatLine } from './send-chat.ts';

const firstRetryMilliseconds = 1_000;
const longestRetryMilliseconds = 8_000;

export type ChatSnapshot = {
  readonly lines: readonly ChatLine[];
  /** What is written here and not in `lines` yet, oldest first. */
  readonly unsent: readonly UnsentLine[];
  readonly draft: string;
  /** Lines of others that this person has not looked at. */
  readonly unread: number;
  /** The newest line of somebody else since this page was opened; null before one came. */
  readonly news: ChatLine | null;
  /** Nothing can be written here any more. */
  readonly isOver: boolean;
  /** Grows when the field is to get the focus. */
  readonly focusAsked: number;
};

/** What is written in one conversation, as this page has it. */
export type ChatSession = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => ChatSnapshot;
  /** Follows the conversation until the result is called. */
  readonly open: () => () => void;
  readonly type: (draft: string) => void;
  /** Sends a line as soon as there is a network, once. */
  readonly send: (text: string) => void;
  readonly markSeen: () => void;
  readonly askFocus: () => void;
};

/** @param store where this window keeps what the server does not have yet */
export function createChatSession(address: ChatAddress, store: ChatStore): ChatSession {
  const listeners = new Set<() => void>();
  let kept = store.read();
  let snapshot = toSnapshot([], kept);
  let firstNumber: number | null = null;
  let isSending = false;
  let retryMilliseconds = firstRetryMilliseconds;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const show = (change: Partial<ChatSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const keep = (change: Partial<KeptChat>) => {
    kept = { ...kept, ...change };
    if (snapshot.isOver) store.clear();
    else store.write(kept);
    const { draft, unsent } = kept;
    show({ draft, unsent, unread: countUnread(snapshot.lines, kept.seen) });
  };
  const end = () => {
    show({ isOver: true });
    store.clear();
  };

  async function sendWaiting(): Promise<void> {
    clearTimeout(retryTimer);
    if (isSending) return;
    isSending = true;
    for (let line = nextOf(kept); line !== null && !snapshot.isOver; line = nextOf(kept)) {
      const { key, text } = line;
      const outcome = await sendChatLine(address.lines, { key, text });
      if (outcome === 'over') end();
      if (outcome !== 'taken') break;
      retryMilliseconds = firstRetryMilliseconds;
      keep({ unsent: kept.unsent.map((each) => (each.key === key ? { ...each, isTaken: true } : each)) });
    }
    isSending = false;
    if (nextOf(kept) === null || snapshot.isOver) return;
    retryTimer = setTimeout(() => void sendWaiting(), retryMilliseconds);
    retryMilliseconds = Math.min(retryMilliseconds * 2, longestRetryMilliseconds);
  }

  function take({ lines }: ChatView): void {
    firstNumber ??= lines.at(-1)?.number ?? 0;
    const known = new Set(lines.map(({ key }) => key));
    const newest = lines.findLast(({ author }) => author !== 'self');
    const news = newest !== undefined && newest.number > firstNumber ? newest : snapshot.news;
    show({ lines, news });
    keep({ unsent: kept.unsent.filter(({ key }) => !known.has(key)) });
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    open: () => {
      const stop = followEventStream<ChatView>(address.events, {
        state: take,
        connection: (connection: StreamConnection) => {
          if (connection === 'open') void sendWaiting();
          if (connection === 'ended') end();
        },
      });
      return () => {
        stop();
        clearTimeout(retryTimer);
      };
    },
    type: (draft) => keep({ draft }),
    send: (text) => {
      const line = { key: crypto.randomUUID(), text, isTaken: false };
      keep({ draft: '', unsent: [...kept.unsent, line] });
      retryMilliseconds = firstRetryMilliseconds;
      void sendWaiting();
    },
    markSeen: () => {
      const seen = snapshot.lines.at(-1)?.number ?? 0;
      if (seen > kept.seen) keep({ seen });
    },
    askFocus: () => show({ focusAsked: snapshot.focusAsked + 1 }),
  };
}

function toSnapshot(lines: readonly ChatLine[], { draft, unsent, seen }: KeptChat = emptyChat): ChatSnapshot {
  const unread = countUnread(lines, seen);
  return { lines, unsent, draft, unread, news: null, isOver: false, focusAsked: 0 };
}

function countUnread(lines: readonly ChatLine[], seen: number): number {
  return lines.filter(({ author, number }) => author !== 'self' && number > seen).length;
}

function nextOf({ unsent }: KeptChat): UnsentLine | null {
  return unsent.find(({ isTaken }) => !isTaken) ?? null;
}
