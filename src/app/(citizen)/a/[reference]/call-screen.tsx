'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { VisitorChat } from '#features/call/ui/call-controls.tsx';
import { CitizenCall, type CitizenCallProps } from '#features/call/ui/citizen-call.tsx';
import { ChatAnnouncer, ChatPanel } from '#features/chat/ui/chat-panel.tsx';
import { visitChatAddress } from '#features/chat/ui/send-chat.ts';
import { type HeldChat, useChat } from '#features/chat/ui/use-chat.ts';
import { rightsOfCompanion } from '#journey/companion-roles.ts';
import type { FormOfAddress } from '#journey/language.ts';
import { useAskedCard } from './asked-card.tsx';

export type CallScreenProps = Omit<CitizenCallProps, 'chat' | 'asked' | 'written'> & {
  formOfAddress: FormOfAddress;
};

/** Brings together the steps that meet on a visitor's screen of the conversation: the call, and what is written beside it. */
export function CallScreen({ formOfAddress, ...props }: CallScreenProps) {
  const { reference, view } = props;
  const mayWrite = view.role === 'citizen' || rightsOfCompanion(view.companionRole).mayWrite;
  const chat = useChat(mayWrite ? visitChatAddress(reference) : null);
  const asked = useAskedCard({
    reference,
    requests: view.requests,
    matchNumber: view.matchNumber,
    name: props.clerkName ?? props.organisationName,
    formOfAddress,
    isSeen: !view.inWriting && !view.byPhone,
  });
  return (
    <>
      {chat && <ChatAnnouncer {...chat} />}
      <CitizenCall
        {...props}
        chat={useVisitorChat(chat, asked.key, view.inWriting)}
        written={chat && <ChatPanel {...chat} side="visitor" onClose={null} isMain />}
        asked={asked}
      />
    </>
  );
}

/**
 * @param askedKey what is asked now: something new comes before what is written
 * @param inWriting raised to video, what was written stays in sight beside the picture
 */
function useVisitorChat(
  chat: HeldChat | null,
  askedKey: string | null,
  inWriting: boolean,
): VisitorChat | null {
  const t = useTranslations('chat');
  const [isOpen, setOpen] = useState(false);
  const isToBeRead = (chat?.snapshot.typing.length ?? 0) > 0;
  // Who lets read along types to somebody who needs it now.
  useEffect(() => {
    if (isToBeRead) setOpen(true);
  }, [isToBeRead]);
  useEffect(() => (inWriting ? () => setOpen(true) : undefined), [inWriting]);
  useEffect(() => {
    if (askedKey !== null) setOpen(false);
  }, [askedKey]);
  if (chat === null) return null;
  const { session, snapshot } = chat;
  const { unread } = snapshot;
  return {
    isOpen,
    unread: { number: unread, label: t('unread', { count: unread }) },
    onPress: () => {
      setOpen(!isOpen);
      if (!isOpen) session.askFocus();
    },
    sheet: isOpen && <ChatPanel {...chat} side="visitor" onClose={() => setOpen(false)} />,
  };
}
