import type { ChatLine, ChatView, LiveTyping } from '#journey/chat.ts';
import { followEventStream, type StreamConnection } from '#shared/live/follow-event-stream.ts';
import type { ChatStore, KeptChat, UnsentLine } from './chat-store.ts';
import { createLiveSender } from './live-sender.ts';
import { type ChatAddress, sendChatLine, sendTyped } from './send-chat.ts';

const firstRetryMilliseconds = 1_000;
const longestRetryMilliseconds = 8_000;
/** Who types nothing for so long has left the field. */
const typingFadesMilliseconds = 60_000;

export type ChatSnapshot = {
  readonly lines: readonly ChatLine[];
  /** What is written here and not in `lines` yet, oldest first. */
  readonly unsent: readonly UnsentLine[];
  readonly draft: string;
  /** Lines of others that this person has not looked at. */
  readonly unread: number;
  /** The newest line of somebody else since this page was opened; null before one came. */
  readonly news: ChatLine | null;
  /** Others may read along while this person types. */
  readonly typesLive: boolean;
  /** What others are typing now and let be read. */
  readonly typing: readonly LiveTyping[];
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
  /** @param caret where in it the typing is */
  readonly type: (draft: string, caret: number) => void;
  /** Lets the others read along while one types, or no longer. */
  readonly setTypesLive: (typesLive: boolean) => void;
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
  const live = createLiveSender((typed) => sendTyped(address.lines, typed));
  const fading = new Map<string, ReturnType<typeof setTimeout>>();

  const show = (change: Partial<ChatSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const keep = (change: Partial<KeptChat>) => {
    kept = { ...kept, ...change };
    if (snapshot.isOver) store.clear();
    else store.write(kept);
    const { draft, unsent, typesLive } = kept;
    show({ draft, unsent, typesLive, unread: countUnread(snapshot.lines, kept.seen) });
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
    // That they stopped may have been lost in between; the line itself says so too.
    const typing = snapshot.typing.filter(({ name }) => news === snapshot.news || name !== news?.name);
    show({ lines, news, typing });
    keep({ unsent: kept.unsent.filter(({ key }) => !known.has(key)) });
  }

  function readAlong(passing: LiveTyping): void {
    const { participantId, text } = passing;
    clearTimeout(fading.get(participantId));
    const others = snapshot.typing.filter((each) => each.participantId !== participantId);
    show({ typing: text === '' ? others : [...others, passing] });
    const fade = () => readAlong({ ...passing, text: '' });
    if (text !== '') fading.set(participantId, setTimeout(fade, typingFadesMilliseconds));
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
        passing: (message) => readAlong(message as LiveTyping),
        connection: (connection: StreamConnection) => {
          if (connection === 'open') void sendWaiting();
          if (connection === 'ended') end();
        },
      });
      return () => {
        stop();
        for (const timer of [retryTimer, ...fading.values()]) clearTimeout(timer);
      };
    },
    type: (draft, caret) => {
      keep({ draft });
      if (kept.typesLive) live.typed({ text: draft, caret });
    },
    setTypesLive: (typesLive) => {
      keep({ typesLive });
      if (typesLive && kept.draft !== '') live.typed({ text: kept.draft, caret: kept.draft.length });
      else live.stop();
    },
    send: (text) => {
      const line = { key: crypto.randomUUID(), text, isTaken: false };
      keep({ draft: '', unsent: [...kept.unsent, line] });
      live.stop();
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

function toSnapshot(lines: readonly ChatLine[], { draft, unsent, seen, typesLive }: KeptChat): ChatSnapshot {
  const unread = countUnread(lines, seen);
  return { lines, unsent, draft, unread, typesLive, typing: [], news: null, isOver: false, focusAsked: 0 };
}

function countUnread(lines: readonly ChatLine[], seen: number): number {
  return lines.filter(({ author, number }) => author !== 'self' && number > seen).length;
}

function nextOf({ unsent }: KeptChat): UnsentLine | null {
  return unsent.find(({ isTaken }) => !isTaken) ?? null;
}
