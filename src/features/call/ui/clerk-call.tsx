'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import type { CallView, SeatView } from '#journey/live-views.ts';
import { classNames } from '#shared/ui/class-names.ts';
import { AskForStill, StillNotices, type StillPerson } from './ask-still.tsx';
import { type CallChat, CallControls, PaperButton, ScreenButton } from './call-controls.tsx';
import { CallOptions } from './call-options.tsx';
import { OwnTile, Stage, StagePlates } from './call-tiles.tsx';
import { type ClerkPhone, ClerkPhoneCard, ClerkPhonePart, ClerkPhoneStage } from './clerk-phone.tsx';
import { Preview } from './clerk-preview.tsx';
import { ClerkWritingStage } from './clerk-writing.tsx';
import { ConductNotices, ConductPart, type ConductPerson } from './conduct-menu.tsx';
import { LineNotice } from './line-notice.tsx';
import type { OtherPerson } from './people.ts';
import { CallAnnouncer, CallBar, isOutside, PhaseCard } from './phase-cards.tsx';
import { seatMediaAddress, startCallOver } from './prepare-call.ts';
import { type AskedPerson, AskForScreen, OwnScreenNotice, ScreenAskNotices } from './screen-notices.tsx';
import { findShown } from './shown-tile.tsx';
import { SmallWindowButton } from './small-window.tsx';
import { useCall, useFollow } from './use-call.ts';
import { useCallKeys } from './use-call-keys.ts';
import { useCallSheet } from './use-call-sheet.tsx';
import { useDeviceStart } from './use-device-start.ts';
import { type KnownPerson, useLargeFace } from './use-large-face.tsx';
import { useRepairFails } from './use-repair-fails.ts';

export type ClerkCallProps = {
  /** The conversation that this clerk is in. */
  conversation: (CallView & Pick<NonNullable<SeatView['current']>, 'byPhone' | 'inWriting' | 'isOwn'>) | null;
  /** A waiting conversation that was chosen: connected to in advance, unseen and unheard. */
  preview: { readonly conversationId: ConversationId } | null;
  citizenName: string;
  /** The citizen's number; null when there is none, or it is not known yet. */
  phone: ClerkPhone['phone'];
  /** The appointment of a conversation that was to be by telephone from the beginning; null for every other one. */
  calledAppointmentId: AppointmentId | null;
  /** The clerk's own. */
  clerkName: string;
  /** Who is in the conversation besides the clerk, and in which role. */
  people: readonly (AskedPerson & KnownPerson & ConductPerson & StillPerson)[];
  /** What is written stands elsewhere on the seat: how much of it is new, and the way there. */
  chat: CallChat | null;
  /** The same as the conversation itself, while it is held in writing. */
  written: ReactNode;
  /** How many wait meanwhile. */
  waiting: number;
  onFinish: () => void;
};

const storage = () => localStorage;
/** Whoever walks down the list does not mean to connect to everybody on the way. */
const settleMilliseconds = 300;

/** The clerk's side of the conversation, and before it the readiness for one: the same connection, so that admission shows at once. */
export function ClerkCall(props: ClerkCallProps) {
  const { conversation, preview, citizenName, clerkName, people, onFinish } = props;
  const t = useTranslations('call');
  const previewed = useSettled(preview?.conversationId ?? null);
  const conversationId = conversation?.conversationId ?? previewed;
  const isByPhone = conversation?.byPhone ?? false;
  const inWriting = conversation?.inWriting ?? false;
  const hasRoom = conversationId !== null && !isByPhone && !inWriting;
  const address = hasRoom ? seatMediaAddress(conversationId) : null;
  const { session, snapshot } = useCall(address, storage);
  useStartOver(conversation?.conversationId ?? null);
  const mustAsk = useDeviceStart(session, snapshot, null);
  const nameOf = (person: OtherPerson) =>
    people.find(({ participantId }) => participantId === person.id)?.name ?? (person.name || t('someone'));
  const roles = useTranslations('companions.roles');
  const detailOf = ({ id }: OtherPerson) => {
    const known = people.find(({ participantId }) => participantId === id);
    return known?.role === 'companion' ? roles(known.companionRole ?? 'none') : null;
  };
  const large = useLargeFace({ session, snapshot, people, nameOf });
  const own = conversation?.isOwn ? conversation : null;
  const asking = own && { conversationId: own.conversationId, people };
  const calling = own && {
    conversationId: own.conversationId,
    citizenName,
    phone: props.phone,
  };
  const repair = useRepairFails(conversation && snapshot);
  const asked = calling && repair.isDue && <ClerkPhoneCard {...calling} onDismiss={repair.dismiss} />;
  const extra = session && (
    <>
      <CallOptions session={session} hasLayouts />
      {large.choice}
      {asking && <AskForScreen {...asking} />}
      {conversation && <AskForStill conversationId={conversation.conversationId} people={people} />}
      {calling && <ClerkPhonePart {...calling} />}
      {conversation && <ConductPart conversationId={conversation.conversationId} people={people} />}
    </>
  );
  const { sheet, more } = useCallSheet({
    session,
    snapshot,
    mustAsk,
    name: citizenName,
    nameOf,
    asked,
    extra,
  });
  useFollow(session, conversation?.roomName ?? null, conversation?.admitted ?? false);
  useEffect(() => session?.open(), [session]);
  useCallKeys(conversation === null ? null : session, snapshot);

  if (conversation === null) {
    if (preview === null || session === null || snapshot === null) return null;
    if (isOutside(snapshot)) return <PhaseCard session={session} snapshot={snapshot} />;
    const names = { name: citizenName, clerkName };
    return <Preview session={session} snapshot={snapshot} mustAsk={mustAsk} {...names} />;
  }
  if (inWriting) {
    const { conversationId: id, isOwn } = conversation;
    return (
      <ClerkWritingStage
        conversationId={id}
        isOwn={isOwn}
        people={people}
        written={props.written}
        onFinish={onFinish}
      />
    );
  }
  if (calling !== null && isByPhone) {
    const { calledAppointmentId } = props;
    return <ClerkPhoneStage {...calling} calledAppointmentId={calledAppointmentId} onFinish={onFinish} />;
  }
  const layout = session?.own.choices().layout ?? 'face';
  const isBeside = layout === 'beside' || large.largeId !== null;
  const isSelfInCorner = !isBeside && findShown(snapshot) === null;
  const self = <OwnTile snapshot={snapshot} ownName={clerkName} />;
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <CallAnnouncer snapshot={snapshot} name={citizenName} nameOf={nameOf} />
      {/* The face first, right under the camera: what there is to say comes below it, so that it stays where it is. */}
      <div
        className={classNames('relative min-h-60 flex-1', isSelfInCorner && '[--tile-bottom-room:11.25rem]')}
      >
        <Stage
          snapshot={snapshot}
          expectedName={citizenName}
          nameOf={nameOf}
          detailOf={detailOf}
          largeId={large.largeId}
          top={<StagePlates snapshot={snapshot} />}
          self={self}
          beside={isBeside}
        />
        {isSelfInCorner && <div className="absolute right-3 bottom-3 h-27 w-42">{self}</div>}
        {sheet && (
          <div className="absolute inset-y-3 left-3 w-88 max-w-[calc(100%-1.5rem)] animate-panel overflow-y-auto rounded-md bg-surface p-3.5 shadow-float">
            {sheet}
          </div>
        )}
      </div>
      <CallBar session={session} snapshot={snapshot} />
      <LineNotice session={session} snapshot={snapshot} />
      <OwnScreenNotice session={session} snapshot={snapshot} />
      <StillNotices conversationId={conversation.conversationId} people={people} />
      <ConductNotices conversationId={conversation.conversationId} people={people} />
      <ScreenAskNotices conversationId={conversation.conversationId} people={people} snapshot={snapshot} />
      <CallControls
        look="seat"
        session={session}
        snapshot={snapshot}
        chat={props.chat}
        onEnd={onFinish}
        isHelper={own === null}
        {...more}
      >
        <ScreenButton session={session} snapshot={snapshot} />
        <PaperButton session={session} snapshot={snapshot} />
        <SmallWindowButton session={session} snapshot={snapshot} name={citizenName} waiting={props.waiting} />
      </CallControls>
    </div>
  );
}

/** Out of a conversation, what was known of its room is void: the same one may begin again, in another room. */
function useStartOver(conversationId: ConversationId | null): void {
  const last = useRef(conversationId);
  useEffect(() => {
    if (last.current !== null && last.current !== conversationId)
      startCallOver(seatMediaAddress(last.current));
    last.current = conversationId;
  }, [conversationId]);
}

/** A value once it has stood for a moment; null takes effect at once. */
function useSettled(value: ConversationId | null): ConversationId | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return settled === value ? value : null;
}
