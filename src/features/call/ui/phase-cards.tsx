'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { iconArrowRight } from '#shared/ui/icons/arrow-right.ts';
import { iconVolume2 } from '#shared/ui/icons/volume-2.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { CallSession, CallSnapshot } from './call-session.ts';
import type { OtherPerson } from './people.ts';
import { useSilent } from './use-silent.ts';

/** What there is to say when one is not in the call: in another window, left, or not let in. Null when one is. */
export function PhaseCard({ session, snapshot }: { session: CallSession; snapshot: CallSnapshot }) {
  const t = useTranslations('call');
  const { phase, refusal } = snapshot.call;
  if (phase === 'elsewhere' || phase === 'left') {
    return (
      <section>
        <h2 className="text-h3">{t(`${phase}.title`)}</h2>
        <p className="mt-1.5 mb-4">{t(`${phase}.text`)}</p>
        <Button iconAfter={iconArrowRight} onClick={() => session.open()}>
          {t(`${phase}.action`)}
        </Button>
      </section>
    );
  }
  if (phase !== 'refused' || refusal === null) return null;
  return (
    <Notice
      kind="info"
      role="status"
      title={t(`refused.${refusal}`)}
      action={
        refusal === 'unknown' && (
          <Button look="underlined" onClick={() => session.open()}>
            {t('refused.retry')}
          </Button>
        )
      }
    />
  );
}

/** Whether `PhaseCard` has something to say. */
export function isOutside(snapshot: CallSnapshot | null): boolean {
  const phase = snapshot?.call.phase;
  return phase === 'elsewhere' || phase === 'left' || phase === 'refused';
}

/** A bar above the picture while the browser keeps the sound back, or the connection falters. */
export function CallBar({
  session,
  snapshot,
}: {
  session: CallSession | null;
  snapshot: CallSnapshot | null;
}) {
  const t = useTranslations('call');
  if (session === null || snapshot === null) return null;
  if (snapshot.isPlaybackBlocked) {
    return (
      <Notice
        kind="warn"
        role="alert"
        icon={iconVolume2}
        title={t('playback.text')}
        action={<Button onClick={() => void session.startPlayback()}>{t('playback.action')}</Button>}
      />
    );
  }
  return snapshot.isFaltering ? <Notice kind="neutral" role="status" title={t('phase.faltering')} /> : null;
}

export type CallAnnouncerProps = {
  snapshot: CallSnapshot | null;
  /** With whom. */
  name: string;
  nameOf: (person: OtherPerson) => string;
};

/** For who cannot see it: with whom one is connected, whether one's own microphone and camera are on, and whose sound is off. */
export function CallAnnouncer({ snapshot, name, nameOf }: CallAnnouncerProps) {
  const t = useTranslations('call');
  const others = snapshot?.others ?? [];
  const silent = useSilent(others);
  return (
    <>
      <p role="status" className="sr-only">
        {announce(t, snapshot, name)}
      </p>
      <p role="status" className="sr-only">
        {others
          .filter(({ id }) => silent.has(id))
          .map((person) => t('soundOffOf', { name: nameOf(person) }))
          .join(' ')}
      </p>
    </>
  );
}

function announce(
  t: ReturnType<typeof useTranslations<'call'>>,
  snapshot: CallSnapshot | null,
  name: string,
): string {
  if (snapshot?.call.phase !== 'connected' || snapshot.call.rights !== 'converse') return '';
  const { camera, microphone } = snapshot.own;
  return [
    snapshot.others.length > 0 ? t('phase.connected', { name }) : '',
    microphone === 'on' ? t('own.microphoneOn') : t('own.microphoneOff'),
    camera === 'on' ? t('own.cameraOn') : t('own.cameraOff'),
  ].join(' ');
}
