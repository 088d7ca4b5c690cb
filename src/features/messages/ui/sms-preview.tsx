import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { mostSmsParts, sayInSms, signsWithoutPlainForm } from '../check-own-text.ts';
import type { MessageValues } from '../message-variables.ts';
import { measureSms, smsRoom } from '../sms-text.ts';

type SmsPreviewProps = {
  /** As it is written, with its variables. */
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  /** BCP 47, of the message. */
  readonly language: string;
};

/** The text message as a phone shows it, in which alphabet it travels and in how many parts. */
export function SmsPreview({ text, values, language }: SmsPreviewProps) {
  const t = useTranslations('messageTexts.sms');
  const said = sayInSms(text, values as MessageValues);
  const { encoding, signs, parts } = measureSms(said);
  const { whole, part } = smsRoom[encoding];
  const most = parts === 1 ? whole : part;
  const lines = [
    t('size', { signs, parts }),
    encoding === 'GSM-7'
      ? t('gsm', { most, parts })
      : t('ucs', { most, parts, signs: signsWithoutPlainForm(text).join(' ') }),
    ...(parts > mostSmsParts ? [t('tooMany', { most: mostSmsParts })] : []),
  ];
  return (
    <>
      <p
        lang={language}
        data-sms
        className="mt-4 max-w-90 rounded-lg bg-sunken px-4 py-3 leading-6 wrap-anywhere whitespace-pre-wrap"
      >
        {said}
      </p>
      <div className="mt-3 max-w-90 text-small" data-sms-size>
        {lines.map((line, index) => (
          <p key={line} className={index === 0 ? 'font-bold' : 'text-ink-2'}>
            {line}
          </p>
        ))}
      </div>
      <Spoken>{lines.join(' ')}</Spoken>
    </>
  );
}

const pauseMilliseconds = 1_000;

/** Said to who does not see it, once the typing pauses. */
function Spoken({ children }: { children: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(children), pauseMilliseconds);
    return () => window.clearTimeout(timer);
  }, [children]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
