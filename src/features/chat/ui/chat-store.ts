/** What of a conversation's writing lives in this page alone: what is being typed, and lines that the server does not have yet. */
export type UnsentLine = {
  /** UUID: however often it is sent, it becomes one line. */
  readonly key: string;
  readonly text: string;
  /** The server has it; it stays here until the live view shows it. */
  readonly isTaken: boolean;
};

export type KeptChat = {
  readonly draft: string;
  readonly unsent: readonly UnsentLine[];
  /** Number of the last line that was seen. */
  readonly seen: number;
  /** Others may read along while this person types. */
  readonly typesLive: boolean;
};

const emptyChat: KeptChat = { draft: '', unsent: [], seen: 0, typesLive: false };

export type ChatStore = {
  readonly read: () => KeptChat;
  readonly write: (kept: KeptChat) => void;
  readonly clear: () => void;
};

/**
 * Keeps it in this window, so that a reload loses nothing.
 * @param storage a browser may refuse to have one
 */
export function createChatStore(storage: () => Storage, name: string): ChatStore {
  const attempt = <Value>(work: () => Value): Value | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    read: () => {
      const text = attempt(() => storage().getItem(name)) ?? null;
      const kept = text === null ? null : attempt(() => JSON.parse(text) as Partial<KeptChat>);
      return { ...emptyChat, ...kept };
    },
    write: (kept) => void attempt(() => storage().setItem(name, JSON.stringify(kept))),
    clear: () => void attempt(() => storage().removeItem(name)),
  };
}
