'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type CompanionRole, rightsOfCompanion } from '#journey/companion-roles.ts';
import type { ConversationId, ParticipantId } from '#journey/ids.ts';
import type { ScreenAsk } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconMonitorUp } from '#shared/ui/icons/monitor-up.ts';
import { iconX } from '#shared/ui/icons/x.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { sendScreenAsk } from './ask-server.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';

/** That one's own screen is seen, and how to end it, as long as that is so. */
export function OwnScreenNotice({
  session,
  snapshot,
}: {
  session: CallSession | null;
  snapshot: CallSnapshot | null;
}) {
  const t = useTranslations('call.screen');
  return (
    <div role="status" className="contents">
      {snapshot?.own.showing?.kind === 'screen' && (
        <Notice
          kind="info"
          icon={iconMonitorUp}
          title={t('own')}
          action={
            <Button icon={iconX} onClick={() => session?.own.stopShowing()}>
              {t('stop')}
            </Button>
          }
        />
      )}
    </div>
  );
}

/** Somebody inside, as the clerk's question for a screen concerns them. */
export type AskedPerson = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly role: 'citizen' | 'companion' | 'clerk';
  /** As what a companion is there; null when nobody said, and for the citizen. */
  readonly companionRole: CompanionRole | null;
  readonly screenAsk: ScreenAsk | null;
};

type AskProps = {
  conversationId: ConversationId;
  people: readonly AskedPerson[];
};

/** One request at a time; the live view shows what came of it. */
function useScreenAsk(conversationId: ConversationId) {
  const [busyId, setBusyId] = useState<ParticipantId | null>(null);
  const [failed, setFailed] = useState(false);
  const ask = async (participantId: ParticipantId, asks: boolean) => {
    if (busyId !== null) return;
    setBusyId(participantId);
    setFailed(!(await sendScreenAsk(conversationId, participantId, asks)));
    setBusyId(null);
  };
  return { busyId, failed, ask };
}

/** The clerk's way to ask for somebody's screen. */
export function AskForScreen({ conversationId, people }: AskProps) {
  const t = useTranslations('call.screen');
  const { busyId, failed, ask } = useScreenAsk(conversationId);
  const askable = people.filter(({ screenAsk, role, companionRole }) => {
    const mayBeAsked = role !== 'companion' || rightsOfCompanion(companionRole).screen === 'whenAsked';
    return screenAsk === null && mayBeAsked;
  });
  if (askable.length === 0) return null;
  return (
    <div className="mt-5 grid justify-items-start gap-2">
      <h3 className="text-h3">{t('title')}</h3>
      {askable.map(({ participantId, name }) => (
        <Button
          key={participantId}
          look="secondary"
          icon={iconMonitorUp}
          busy={busyId === participantId}
          busyText={t('busy')}
          onClick={() => void ask(participantId, true)}
        >
          {t('ask', { name })}
        </Button>
      ))}
      <div role="alert">{failed && <Notice kind="danger">{t('problem')}</Notice>}</div>
    </div>
  );
}

/** What came of the clerk's questions for a screen. */
export function ScreenAskNotices({
  conversationId,
  people,
  snapshot,
}: AskProps & { snapshot: CallSnapshot | null }) {
  const t = useTranslations('call.screen');
  const { busyId, failed, ask } = useScreenAsk(conversationId);
  const sharing = new Set(
    snapshot?.others.filter(({ shown }) => shown?.kind === 'screen').map(({ id }) => id),
  );
  return (
    <div role="status" className="contents">
      {people.map(({ participantId, name, screenAsk }) => {
        if (screenAsk === null) return null;
        const state = screenAsk === 'asked' && sharing.has(participantId) ? 'shared' : screenAsk;
        return (
          <Notice
            key={participantId}
            kind={state === 'unable' ? 'warn' : 'neutral'}
            icon={iconMonitorUp}
            title={t(`state.${state}`, { name })}
            action={
              <Button
                look="secondary"
                busy={busyId === participantId}
                busyText={t('busy')}
                onClick={() => void ask(participantId, false)}
              >
                {t(`over.${state}`)}
              </Button>
            }
          />
        );
      })}
      {failed && <Notice kind="danger">{t('problem')}</Notice>}
    </div>
  );
}
