'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Checklist, type ChecklistItem } from '#shared/ui/checklist.tsx';
import { iconVolume2 } from '#shared/ui/icons/volume-2.ts';
import { LevelMeter } from '#shared/ui/meter.tsx';
import { playBell } from './play-bell.ts';
import type { RunningTest } from './use-device-test.ts';

/** The test while it runs: one thing asked at a time, and how far each part is. */
export function TestRun({ test }: { test: RunningTest }) {
  const t = useTranslations('deviceTest');
  const ask =
    test.phase === 'asking'
      ? t('running.asking')
      : test.phase === 'bell'
        ? t('running.bell')
        : !test.wasHeard && test.devices?.microphone === 'works'
          ? t('running.speak')
          : t('running.measuring');
  return (
    <>
      <p role="status" className="mt-3 text-lead">
        {ask}
      </p>
      {test.phase === 'bell' && <Bell onAnswer={test.answerBell} />}
      <Card list className="mt-6">
        <Checklist heading="h2" items={useItems(test)} />
      </Card>
      <Button look="underlined" className="mt-4" onClick={test.stop}>
        {t('running.stop')}
      </Button>
    </>
  );
}

function useItems({ devices, connection, step, stream, level, wasHeard }: RunningTest): ChecklistItem[] {
  const t = useTranslations('deviceTest');
  const open = { state: 'open', value: t('words.waiting') } as const;
  const works = { state: 'done', value: t('words.works') } as const;
  const failed = { state: 'failed', value: t('words.failed') } as const;
  const microphone =
    devices === null ? open : devices.microphone !== 'works' ? failed : wasHeard ? works : open;
  const camera = devices === null ? open : devices.camera === 'works' ? works : failed;
  return [
    {
      key: 'microphone',
      title: t('parts.microphone'),
      ...microphone,
      ...(devices?.microphone === 'works' && { extra: <LevelMeter level={level} /> }),
    },
    {
      key: 'camera',
      title: t('parts.camera'),
      ...camera,
      ...(devices?.camera === 'works' && { extra: <SmallPicture stream={stream} /> }),
    },
    {
      key: 'connection',
      title: t('parts.connection'),
      ...(connection === null ? open : connection.media ? works : failed),
      ...(connection === null && step !== null && { detail: t(`running.steps.${step}`) }),
    },
    { key: 'speaker', title: t('parts.speaker'), ...open },
  ];
}

function Bell({ onAnswer }: { onAnswer: RunningTest['answerBell'] }) {
  const t = useTranslations('deviceTest.bell');
  const [wasPlayed, setPlayed] = useState(false);
  const play = () => {
    setPlayed(true);
    // A browser without sound answers by itself: the person says that nothing was heard.
    void playBell().catch(() => {});
  };
  return (
    <div className="mt-5 grid gap-2.5">
      <Button look={wasPlayed ? 'secondary' : 'primary'} icon={iconVolume2} onClick={play}>
        {wasPlayed ? t('again') : t('play')}
      </Button>
      {wasPlayed && (
        <>
          <Button onClick={() => onAnswer('heard')}>{t('yes')}</Button>
          <Button look="secondary" onClick={() => onAnswer('notHeard')}>
            {t('no')}
          </Button>
        </>
      )}
    </div>
  );
}

function SmallPicture({ stream }: { stream: MediaStream | null }) {
  const t = useTranslations('media');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      aria-label={t('picture')}
      autoPlay
      muted
      playsInline
      className="mt-2.5 h-24 w-32 -scale-x-100 rounded-md bg-picture object-cover"
    />
  );
}
