'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Segments } from '#shared/ui/segments.tsx';
import type { EditedMessage, TextPerPart } from './own-texts-state.ts';

/** Where the mail is drawn: a page of its own, which no script can run in and nothing can be fetched from. */
export const previewAddress = '/admin/messages/preview';

const looks = ['light', 'dark', 'text'] as const;
type Look = (typeof looks)[number];

const pauseMilliseconds = 400;

/**
 * The mail as it would be sent. What is typed is posted into a frame that is new each time, so that the browser’s button back stays
 * what it was; the frame before stays in sight until the new one is there.
 */
export function MailPreview({ message, texts }: { message: EditedMessage; texts: TextPerPart }) {
  const t = useTranslations('messageTexts.preview');
  const [look, setLook] = useState<Look>('light');
  const [asked, setAsked] = useState(0);
  const [shown, setShown] = useState(0);
  const wanted = useRef({ texts, look });
  useEffect(() => {
    if (wanted.current.texts === texts && wanted.current.look === look) return;
    wanted.current = { texts, look };
    const timer = window.setTimeout(() => setAsked((number) => number + 1), pauseMilliseconds);
    return () => window.clearTimeout(timer);
  }, [texts, look]);
  const { wording, channel, language } = message;
  useEffect(() => {
    if (asked > 0)
      postInto(asked, { wording, channel, language, ...wanted.current.texts, look: wanted.current.look });
  }, [asked, wording, channel, language]);
  return (
    <>
      <div className="mt-3 flex print:hidden">
        <Segments
          label={t('look')}
          segments={looks.map((each) => ({
            key: each,
            text: t(`${each}`),
            current: each === look,
            onClick: () => setLook(each),
          }))}
        />
      </div>
      <div className="relative mt-3">
        {[...new Set([shown, asked])].map((number) => (
          <Frame
            key={number}
            number={number}
            title={t('mail')}
            isShown={number === shown}
            src={
              number === 0
                ? `${previewAddress}?${new URLSearchParams({ wording, channel, language })}`
                : undefined
            }
            onReady={setShown}
          />
        ))}
      </div>
    </>
  );
}

type FrameProps = {
  readonly number: number;
  readonly title: string;
  readonly isShown: boolean;
  readonly src: string | undefined;
  readonly onReady: (number: number) => void;
};

/** As high as what it holds. */
function Frame({ number, title, isShown, src, onReady }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const settle = useCallback(() => {
    const inside = frame.current?.contentDocument;
    if (!inside || inside.URL === 'about:blank' || inside.readyState !== 'complete') return;
    setHeight(inside.documentElement.scrollHeight);
    onReady(number);
  }, [number, onReady]);
  // The first one may have been there before this script.
  useEffect(settle, [settle]);
  return (
    <iframe
      ref={frame}
      name={`preview-${number}`}
      title={title}
      src={src}
      // Without scripts; of this origin, so that its height can be read.
      sandbox="allow-same-origin"
      onLoad={settle}
      aria-hidden={isShown ? undefined : true}
      style={{ height }}
      className={`min-h-120 w-full max-w-160 rounded-md border border-edge bg-surface ${isShown ? '' : 'invisible absolute inset-x-0 top-0'}`}
    />
  );
}

function postInto(number: number, fields: Readonly<Record<string, string | undefined>>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = previewAddress;
  form.target = `preview-${number}`;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value ?? '';
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
