'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { iconCamera } from '#shared/ui/icons/camera.ts';
import { iconSend } from '#shared/ui/icons/send.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { sendStill, sendStillDeclined } from './ask-server.ts';
import { readPhoto, takeFrame, toDataUrl } from './take-still.ts';

type Taken = { readonly photo: Blob; readonly url: string };

export type StillCardProps = {
  reference: string;
  /** Of what, in the clerk's words. */
  purpose: string;
  name: string;
  /** The camera that is on; null when none is. */
  camera: MediaStreamTrack | null;
};

/** The clerk asks for a photo: taken here, looked at here, and sent only then. */
export function StillCard({ reference, purpose, name, camera }: StillCardProps) {
  const t = useTranslations('still.visitor');
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [busy, setBusy] = useState<'send' | 'decline' | null>(null);
  const [problem, setProblem] = useState<'send' | 'take' | null>(null);
  const take = async (work: () => Promise<Blob>) => {
    setProblem(null);
    try {
      const photo = await work();
      setTaken({ photo, url: await toDataUrl(photo) });
    } catch {
      setProblem('take');
    }
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = currentTarget.files ?? [];
    if (chosen !== undefined) void take(() => readPhoto(chosen));
    currentTarget.value = '';
  };
  const answer = async (what: 'send' | 'decline', request: () => Promise<boolean>) => {
    if (busy !== null) return;
    setBusy(what);
    setProblem((await request()) ? null : 'send');
    setBusy(null);
  };
  return (
    <section role="alert" aria-labelledby={id}>
      <h2 id={id} className="text-h3">
        {t('title', { name })}
      </h2>
      <p className="mt-1.5 font-semibold wrap-anywhere">{purpose}</p>
      <p className="mt-1.5">{t('text')}</p>
      {taken !== null && (
        // biome-ignore lint/performance/noImgElement: a picture of this very moment, which nothing can prepare
        <img src={taken.url} alt={t('own')} className="mt-3 max-h-[30dvh] w-full rounded-md object-contain" />
      )}
      <div className="mt-4 grid gap-2.5">
        {taken === null ? (
          <>
            {camera !== null && (
              <Button icon={iconCamera} onClick={() => void take(() => takeFrame(camera))}>
                {t('take')}
              </Button>
            )}
            <Button look="secondary" icon={iconCamera} onClick={() => file.current?.click()}>
              {t('choose')}
            </Button>
          </>
        ) : (
          <>
            <Button
              icon={iconSend}
              busy={busy === 'send'}
              busyText={t('busy')}
              onClick={() => void answer('send', () => sendStill(reference, taken.photo))}
            >
              {t('send')}
            </Button>
            <Button look="secondary" onClick={() => setTaken(null)}>
              {t('again')}
            </Button>
          </>
        )}
        <Button
          look="underlined"
          busy={busy === 'decline'}
          busyText={t('busy')}
          onClick={() => void answer('decline', () => sendStillDeclined(reference))}
        >
          {t('decline')}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={t('choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={choose}
      />
      {problem !== null && (
        <Notice kind="danger" className="mt-3">
          {t(`problems.${problem}`)}
        </Notice>
      )}
    </section>
  );
}
