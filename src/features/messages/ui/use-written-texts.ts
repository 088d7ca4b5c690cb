import { type RefObject, useEffect, useRef, useState } from 'react';
import type { WordedPart } from '../own-texts.ts';
import type { EditedMessage, OwnTextsState, TextPerPart } from './own-texts-state.ts';

export type TypedField = HTMLInputElement | HTMLTextAreaElement;

export type WrittenTexts = {
  readonly texts: TextPerPart;
  /** Raised when the fields get other texts than were typed in them. */
  readonly round: number;
  readonly lastUsed: RefObject<TypedField | null>;
  readonly change: (part: WordedPart, text: string) => void;
  /** Puts a variable where was last typed, if it may stand there. */
  readonly insert: (name: string, allowed: readonly WordedPart[]) => void;
  /** Puts the product's words in the fields; nothing is saved by it. */
  readonly reset: () => void;
};

/** What stands in the fields of a message, while they are typed in. */
export function useWrittenTexts(message: EditedMessage, state: OwnTextsState): WrittenTexts {
  const [texts, setTexts] = useState<TextPerPart>({ ...message.texts, ...state.typed });
  const [round, setRound] = useState(0);
  const lastUsed = useRef<TypedField | null>(null);
  const { parts } = message;
  useEffect(() => {
    // What was typed before this script was there stays.
    setTexts((all) => ({ ...all, ...readFields(parts) }));
  }, [parts]);
  useWarningBeforeLeaving(parts.some((part) => texts[part] !== message.texts[part]));
  const change = (part: WordedPart, text: string) => setTexts((all) => ({ ...all, [part]: text }));
  return {
    texts,
    round,
    lastUsed,
    change,
    insert: (name, allowed) => {
      const field = lastUsed.current ?? findField(allowed[0] ?? 'text');
      const part = allowed.find((each) => each === field?.name);
      if (field === null || part === undefined) return;
      field.focus();
      field.setRangeText(`{${name}}`, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
      change(part, field.value);
    },
    reset: () => {
      setTexts(message.defaults);
      setRound((number) => number + 1);
    },
  };
}

function findField(part: WordedPart): TypedField | null {
  const field = document.getElementById(part);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}

function readFields(parts: readonly WordedPart[]): TextPerPart {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const field = findField(part);
      return field === null ? [] : [[part, field.value]];
    }),
  );
}

/** The browser asks whether to leave a page on which something is typed and not saved. */
function useWarningBeforeLeaving(isChanged: boolean) {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
}
