'use client';

import { useTranslations } from 'next-intl';
import type { DeviceProblem } from '#shared/media/open-devices.ts';
import { useBrowserKind } from '#shared/media/use-browser-kind.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconMic } from '#shared/ui/icons/mic.ts';
import { iconMicOff } from '#shared/ui/icons/mic-off.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { iconVideoOff } from '#shared/ui/icons/video-off.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { CallSession, CallSnapshot } from './call-session.ts';
import type { Device, DeviceState } from './own-media.ts';

type AskCardProps = {
  session: CallSession;
  name: string;
  /** Of who wrote until now and may go on so; null for who came to be seen. */
  onLater: (() => void) | null;
};

/** Why the browser is about to ask for camera and microphone; sound only is a full answer too. */
export function AskCard({ session, name, onLater }: AskCardProps) {
  const t = useTranslations('call.ask');
  return (
    <section role={onLater === null ? undefined : 'alert'}>
      {onLater !== null && <p className="mb-1.5 text-ink-2">{t('raised', { name })}</p>}
      <h2 className="text-h3">{t('title')}</h2>
      <p className="mt-1.5">{t('text', { name })}</p>
      <div className="mt-4 grid gap-2.5">
        <Button
          icon={iconVideo}
          onClick={() => void session.own.openDevices({ camera: true, microphone: true })}
        >
          {t('both')}
        </Button>
        <Button
          look="secondary"
          icon={iconMic}
          onClick={() => void session.own.openDevices({ camera: false, microphone: true })}
        >
          {t('soundOnly')}
        </Button>
        {onLater !== null && (
          <Button look="underlined" onClick={onLater}>
            {t('later')}
          </Button>
        )}
      </div>
    </section>
  );
}

type FoundProblem = { readonly device: Device; readonly problem: DeviceProblem };

/** The problem to show first: without a microphone there is no conversation, without a camera there is. */
export function problemIn(snapshot: CallSnapshot | null): FoundProblem | null {
  if (snapshot === null) return null;
  for (const device of ['microphone', 'camera'] as const) {
    const state = snapshot.own[device];
    if (isProblem(state)) return { device, problem: state };
  }
  return null;
}

function isProblem(state: DeviceState): state is DeviceProblem {
  return state === 'refused' || state === 'missing' || state === 'busy' || state === 'failed';
}

export type ProblemCardProps = FoundProblem & {
  session: CallSession;
  name: string;
  onDismiss: () => void;
};

/** What is wrong with a camera or microphone, how to mend it, and how to go on without. */
export function ProblemCard({ session, device, problem, name, onDismiss }: ProblemCardProps) {
  const t = useTranslations('call.problem');
  const browser = useBrowserKind();
  const isCamera = device === 'camera';
  return (
    <Notice
      kind="warn"
      role="alert"
      icon={isCamera ? iconVideoOff : iconMicOff}
      title={isCamera ? t(`camera.${problem}`) : t(`microphone.${problem}`, { name })}
    >
      {problem === 'refused' && <p className="mt-1">{t(`how.${browser}`)}</p>}
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button onClick={() => void session.own.turn(device, true)}>{t('retry')}</Button>
        <Button look="secondary" onClick={onDismiss}>
          {isCamera ? t('goOn') : t('dismiss')}
        </Button>
      </div>
    </Notice>
  );
}
