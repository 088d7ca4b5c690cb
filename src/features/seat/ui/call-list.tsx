'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SeatCall } from '#journey/live-views.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { telHref } from '#shared/tel-href.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMail, iconPhone } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { UndoBar } from '#shared/ui/undo-bar.tsx';
import { type CallResult, callResults, resultsWithoutNumber } from '../call-result.ts';
import { useLocalized, useMomentStyle } from './seat-place.tsx';
import { sendCallResult } from './seat-requests.ts';

type Ticked = { readonly call: SeatCall; readonly result: CallResult };

/** Whom to call, because no message reaches them: number, phrase, and a result to tick that can be taken back. */
export function CallList({ calls, onClose }: { calls: readonly SeatCall[]; onClose: () => void }) {
  const t = useTranslations('seat.calls');
  const say = useResultWords();
  const [ticked, setTicked] = useState<Ticked | null>(null);
  const [failed, setFailed] = useState(false);
  const send = async (call: SeatCall, result: CallResult | null) => {
    setFailed(false);
    setTicked(result === null ? null : { call, result });
    const answer = await sendCallResult(call.id, result);
    if (answer.ok) return;
    setTicked(null);
    setFailed(true);
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} closeText={t('close')} width="wide">
      <p className="text-ink-2">{calls.length === 0 ? t('empty') : t('lead')}</p>
      <div role="alert" className="mt-2 empty:hidden">
        {failed && <Notice kind="warn">{t('failed')}</Notice>}
      </div>
      {ticked !== null && (
        <div className="sticky top-0 z-sticky mt-3">
          <UndoBar
            key={`${ticked.call.id} ${ticked.result}`}
            text={t('done', { name: ticked.call.citizenName, result: say(ticked.call, ticked.result) })}
            undoText={t('undo')}
            onUndo={() => void send(ticked.call, null)}
            onEnd={() => setTicked(null)}
          />
        </div>
      )}
      <ul className="mt-3">
        {calls.map((call) => (
          <li key={call.id} className="border-t border-line py-4">
            <Call call={call} onResult={(result) => void send(call, result)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Call({ call, onResult }: { call: SeatCall; onResult: (result: CallResult) => void }) {
  const t = useTranslations('seat.calls');
  const say = useResultWords();
  const style = useMomentStyle();
  const localized = useLocalized();
  const { citizenName, startAt, services, phone, email, phraseWords, reason, tries, triedAt } = call;
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="text-h2">{citizenName}</h3>
        <p className="text-ink-2">
          {formatNearMoment(startAt, style)}, {services.map(localized).join(', ')}
        </p>
        <p className="mt-1">
          {t(`reasons.${reason}`)}{' '}
          {triedAt !== null && t('tried', { count: tries, moment: formatNearMoment(triedAt, style) })}
        </p>
      </div>
      <div className="sm:text-right">
        {phone === null ? (
          <NoNumber email={email} />
        ) : (
          <a href={telHref(phone.number)} className="inline-flex items-center gap-2 text-h2">
            <Icon shape={iconPhone} size={20} />
            {phone.text}
          </a>
        )}
        <p>
          <span className="text-small text-ink-2">{t('words')}</span> <b>{phraseWords.join(' ')}</b>
        </p>
      </div>
      <fieldset className="flex flex-wrap gap-2 sm:col-span-2">
        <legend className="sr-only">{t('resultsOf', { name: citizenName })}</legend>
        {(phone === null ? resultsWithoutNumber : callResults).map((result, index) => (
          <Button key={result} look={index === 0 ? 'primary' : 'secondary'} onClick={() => onResult(result)}>
            {say(call, result)}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

/** What came of it, in words: of who has no number a message was not spoken in but mailed. */
function useResultWords(): (call: SeatCall, result: CallResult) => string {
  const t = useTranslations('seat.calls');
  return ({ phone }, result) =>
    t(phone === null && result === 'messageLeft' ? 'mailed' : `results.${result}`);
}

function NoNumber({ email }: { email: string | null }) {
  const t = useTranslations('seat.calls');
  return (
    <>
      <p className="text-warn">{t('noNumber')}</p>
      {email !== null && (
        <a
          href={`mailto:${encodeURIComponent(email)}`}
          className="inline-flex items-center gap-2 wrap-anywhere"
        >
          <Icon shape={iconMail} size={20} />
          {email}
        </a>
      )}
    </>
  );
}
