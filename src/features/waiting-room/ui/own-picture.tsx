'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { DeviceHelp } from '#shared/media/device-help.tsx';
import { keepFit } from '#shared/media/keep-fit.ts';
import { PermissionHelp } from '#shared/media/permission-help.tsx';
import { useMediaPermission } from '#shared/media/use-media-permission.ts';
import { useMicrophoneLevel } from '#shared/media/use-microphone-level.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { iconEyeOff } from '#shared/ui/icons/eye-off.ts';
import { iconMic } from '#shared/ui/icons/mic.ts';
import { iconMicOff } from '#shared/ui/icons/mic-off.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { iconVideoOff } from '#shared/ui/icons/video-off.ts';
import { LevelMeter } from '#shared/ui/meter.tsx';
import { Plate } from '#shared/ui/plate.tsx';
import { ToggleTile } from '#shared/ui/toggle-tile.tsx';
import type { OwnStream } from './use-own-stream.ts';

/** How the clerk will see the citizen: nothing opens before it was explained, and nobody else sees it yet. */
export function OwnPicture({ own }: { own: OwnStream }) {
  const t = useTranslations('media');
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed goes away: whoever uses the keyboard stays where it was.
  const open = (camera: boolean) => {
    place.current?.focus();
    own.open(camera);
  };
  return (
    <section aria-labelledby="own-picture" className="noscript:hidden">
      <h2 id="own-picture">{t('title')}</h2>
      <div ref={place} tabIndex={-1} className="ring-none mt-3">
        {own.state === 'closed' && <Invitation open={open} />}
        {own.state === 'asking' && (
          <Card>
            <p role="status">{t('asking')}</p>
          </Card>
        )}
        {own.state === 'open' && <Preview own={own} />}
        {own.state !== 'closed' && own.state !== 'asking' && own.state !== 'open' && (
          <div className="grid gap-3">
            <DeviceHelp problem={own.state} onRetry={() => open(true)} />
            <Button look="underlined" className="justify-self-start" onClick={() => open(false)}>
              {t('ask.sound')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Invitation({ open }: { open: (camera: boolean) => void }) {
  const t = useTranslations('media.ask');
  const media = useTranslations('media');
  const permission = useMediaPermission();
  return (
    <Card>
      <p>{t('text')}</p>
      {permission === 'prompt' && <PermissionHelp moment="ask" />}
      <p className="mt-3">
        {t('private')} {media('withoutCamera')}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button icon={iconVideo} className="w-full sm:w-auto" onClick={() => open(true)}>
          {t('both')}
        </Button>
        <Button look="underlined" onClick={() => open(false)}>
          {t('sound')}
        </Button>
      </div>
    </Card>
  );
}

function Preview({ own }: { own: OwnStream }) {
  const t = useTranslations('media');
  const hasCamera = (own.stream?.getVideoTracks().length ?? 0) > 0;
  const level = useMicrophoneLevel(own.stream);
  return (
    <>
      {hasCamera && own.cameraOn ? (
        <Mirror stream={own.stream} label={t('picture')} note={t('onlyYou')} />
      ) : (
        <Card>
          <p>{t('soundOnly')}</p>
        </Card>
      )}
      <div className="mt-2 grid grid-cols-2 gap-2">
        <ToggleTile
          icon={own.microphoneOn ? iconMic : iconMicOff}
          word={own.microphoneOn ? t('microphone.on') : t('microphone.off')}
          detail={<LevelMeter level={own.microphoneOn ? level : 0} />}
          on={own.microphoneOn}
          onClick={() => own.turn('microphone', !own.microphoneOn)}
        />
        <ToggleTile
          icon={own.cameraOn ? iconVideo : iconVideoOff}
          word={own.cameraOn ? t('camera.on') : t('camera.off')}
          on={own.cameraOn}
          onClick={() => (hasCamera ? own.turn('camera', !own.cameraOn) : own.open(true))}
        />
      </div>
    </>
  );
}

/** One's own picture as in a mirror. */
function Mirror({ stream, label, note }: { stream: MediaStream | null; label: string; note: string }) {
  const place = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => keepFit(place.current), []);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div ref={place} className="relative aspect-[5/3] overflow-hidden rounded-lg bg-picture">
      <video
        ref={video}
        aria-label={label}
        autoPlay
        muted
        playsInline
        className="size-full -scale-x-100 object-cover"
      />
      <Plate icon={iconEyeOff} className="absolute bottom-2.5 left-2.5">
        {note}
      </Plate>
    </div>
  );
}
