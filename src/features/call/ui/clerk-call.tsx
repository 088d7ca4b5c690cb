'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import type { CallView } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconVideo } from '#shared/ui/icon-shapes.ts';
import { CallControls, ScreenButton } from './call-controls.tsx';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { OwnTile, Stage, StagePlates } from './call-tiles.tsx';
import { ProblemCard, problemIn } from './device-cards.tsx';
import type { OtherPerson } from './people.ts';
import { CallAnnouncer, CallBar, isOutside, PhaseCard } from './phase-cards.tsx';
import { seatMediaAddress } from './prepare-call.ts';
import { type AskedPerson, AskForScreen, OwnScreenNotice, ScreenAskNotices } from './screen-notices.tsx';
import { findShown } from './shown-tile.tsx';
import { useCall, useFollow } from './use-call.ts';
import { useCallKeys } from './use-call-keys.ts';
import { useCallSheet } from './use-call-sheet.tsx';
import { useDeviceStart } from './use-device-start.ts';

export type ClerkCallProps = {
  /** The conversation that this clerk is in. */
  conversation: CallView | null;
  /** A waiting conversation that was chosen: connected to in advance, unseen and unheard. */
  preview: { readonly conversationId: ConversationId } | null;
  citizenName: string;
  /** The clerk's own. */
  clerkName: string;
  /** Who is in the conversation besides the clerk, and in which role. */
  people: readonly AskedPerson[];
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
  const { session, snapshot } = useCall(conversationId && seatMediaAddress(conversationId), storage);
  const mustAsk = useDeviceStart(session, snapshot, null);
  const nameOf = (person: OtherPerson) =>
    people.find(({ participantId }) => participantId === person.id)?.name ?? (person.name || t('someone'));
  const asking = conversation && { conversationId: conversation.conversationId, people };
  const extra = asking && <AskForScreen {...asking} />;
  const { sheet, ...more } = useCallSheet({ session, snapshot, mustAsk, name: citizenName, nameOf, extra });
  useFollow(session, conversation?.roomName ?? null, conversation?.admitted ?? false);
  useEffect(() => session?.open(), [session]);
  useCallKeys(conversation === null ? null : session, snapshot);

  if (conversation === null) {
    if (preview === null || session === null || snapshot === null) return null;
    if (isOutside(snapshot)) return <PhaseCard session={session} snapshot={snapshot} />;
    const names = { name: citizenName, clerkName };
    return <Preview session={session} snapshot={snapshot} mustAsk={mustAsk} {...names} />;
  }
  const self = <OwnTile snapshot={snapshot} ownName={clerkName} />;
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <CallAnnouncer snapshot={snapshot} name={citizenName} nameOf={nameOf} />
      <CallBar session={session} snapshot={snapshot} />
      <OwnScreenNotice session={session} snapshot={snapshot} />
      <ScreenAskNotices conversationId={conversation.conversationId} people={people} snapshot={snapshot} />
      <div className="relative min-h-60 flex-1 [--tile-bottom-room:11.25rem]">
        <Stage
          snapshot={snapshot}
          expectedName={citizenName}
          nameOf={nameOf}
          top={<StagePlates snapshot={snapshot} />}
          self={self}
        />
        {findShown(snapshot) === null && <div className="absolute right-3 bottom-3 h-27 w-42">{self}</div>}
        {sheet && (
          <div className="absolute inset-y-3 left-3 w-88 max-w-[calc(100%-1.5rem)] animate-panel overflow-y-auto rounded-md bg-surface p-3.5 shadow-float">
            {sheet}
          </div>
        )}
      </div>
      <CallControls look="seat" session={session} snapshot={snapshot} onEnd={onFinish} {...more}>
        <ScreenButton session={session} snapshot={snapshot} />
      </CallControls>
    </div>
  );
}

type PreviewProps = {
  session: CallSession;
  snapshot: CallSnapshot;
  mustAsk: boolean;
  name: string;
  clerkName: string;
};

/** How the clerk will be seen, before anybody sees it. */
function Preview({ session, snapshot, mustAsk, name, clerkName }: PreviewProps) {
  const t = useTranslations('call.preview');
  const problem = problemIn(snapshot);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const key = problem && `${problem.device} ${problem.problem}`;
  if (problem !== null && key !== dismissed) {
    return <ProblemCard {...problem} session={session} name={name} onDismiss={() => setDismissed(key)} />;
  }
  const isReady = snapshot.call.rights === 'readyHidden';
  return (
    <section className="flex items-center gap-3 rounded-md bg-surface p-3">
      <div className="h-18 w-28 flex-none">
        <OwnTile snapshot={snapshot} ownName={clerkName} />
      </div>
      <div className="min-w-0">
        <h3 className="text-h3">{isReady && !mustAsk ? t('title') : t('connecting')}</h3>
        <p className="text-small text-ink-2">{mustAsk ? t('ask') : t('unseen', { name })}</p>
        {mustAsk && (
          <Button
            className="mt-2"
            icon={iconVideo}
            onClick={() => void session.openDevices({ camera: true, microphone: true })}
          >
            {t('action')}
          </Button>
        )}
      </div>
    </section>
  );
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
