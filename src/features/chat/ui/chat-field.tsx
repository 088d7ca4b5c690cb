'use client';

import { useFormatter, useTranslations } from 'next-intl';
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { longestChatLine, tidyChatLine } from '#journey/chat.ts';
import { findSensitiveKinds } from '#journey/sensitive-numbers.ts';
import { Button } from '#shared/ui/button.tsx';
import { Checkbox } from '#shared/ui/checkbox.tsx';
import { iconSend } from '#shared/ui/icons/send.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import type { HeldChat } from './use-chat.ts';

export type ChatFieldProps = HeldChat & {
  /** Somebody tried to send a file. */
  readonly onFile: () => void;
  /** Everything close together, so that there is room to read. */
  readonly isDense?: boolean;
};

/** Where one writes. Enter sends, Shift+Enter begins a new line; nothing typed is ever lost. */
export function ChatField({ session, snapshot, onFile, isDense = false }: ChatFieldProps) {
  const t = useTranslations('chat');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isTooLong, setTooLong] = useState(false);
  const { draft, focusAsked } = snapshot;
  const text = tidyChatLine(draft);
  useEffect(() => {
    if (focusAsked > 0) field.current?.focus();
  }, [focusAsked]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTooLong(text.length > longestChatLine);
    if (text !== '' && text.length <= longestChatLine) session.send(text);
    field.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    // While a sign is being composed, Enter chooses it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    onFile();
  };
  const error = isTooLong && text.length > longestChatLine;
  return (
    <form onSubmit={send} className="grid gap-2">
      <TextArea
        ref={field}
        id={id}
        name="line"
        label={t('field')}
        rows={2}
        value={draft}
        error={error ? t('tooLong', { signs: text.length, most: longestChatLine }) : undefined}
        onChange={({ currentTarget }) => session.type(currentTarget.value, currentTarget.selectionStart)}
        onKeyDown={press}
        onPaste={paste}
      />
      <SensitiveNumbers text={text} />
      <div className={isDense ? 'flex flex-wrap items-center gap-x-4' : 'grid gap-2'}>
        <Button type="submit" icon={iconSend} className="justify-self-start">
          {t('send')}
        </Button>
        <Checkbox
          name={`${id}-live`}
          label={t('live')}
          hint={isDense && !snapshot.typesLive ? undefined : t('liveHint')}
          checked={snapshot.typesLive}
          onChange={({ currentTarget }) => session.setTypesLive(currentTarget.checked)}
        />
      </div>
    </form>
  );
}

/** Says before it is sent what will be unreadable. */
function SensitiveNumbers({ text }: { text: string }) {
  const t = useTranslations('chat');
  const common = useTranslations('common');
  const format = useFormatter();
  const kinds = findSensitiveKinds(text);
  return (
    <div role="status" className="empty:hidden">
      {kinds.length > 0 && (
        <Notice kind="warn">
          {t('sensitive', { numbers: format.list(kinds.map((kind) => common(`sensitive.${kind}`))) })}
        </Notice>
      )}
    </div>
  );
}
