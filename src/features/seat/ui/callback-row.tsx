import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SeatCallback } from '#journey/live-views.ts';
import { formatDay, formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { type CallResult, callResults } from '../call-result.ts';
import { CallbackTimes } from './callback-times.tsx';
import { useLocalized, useMomentStyle, useSeatPlace } from './seat-place.tsx';
import type { CallbackAct } from './seat-requests.ts';
import { NumberLink } from './unreached-row.tsx';

type Props = {
  readonly call: SeatCallback;
  /** @returns whether it was taken */
  readonly onAct: (act: CallbackAct) => Promise<boolean>;
  readonly onResult: (result: CallResult, said: { readonly name: string; readonly words: string }) => void;
};

/** Who asked to be called: when, about what, by which words they know us, who has it in hand, and what came of it. */
export function CallbackRow({ call, onAct, onResult }: Props) {
  const t = useTranslations('seat.calls');
  const { clerkId } = useSeatPlace();
  const { claimedBy, phone } = call;
  const [chooses, setChooses] = useState(false);
  const name = call.name ?? phone.text;
  const isOwn = claimedBy?.id === clerkId;
  const claim = (takeOver: boolean) => void onAct({ act: 'claim', takeOver });
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <About call={call} />
      <div className="sm:text-right">
        <NumberLink phone={phone} onClick={claimedBy === null ? () => claim(false) : undefined} />
        {call.phrases.map((phrase, index) => (
          <p key={phrase}>
            <span className="text-small text-ink-2">{index === 0 ? t('words') : t('callbacks.or')}</span>{' '}
            <b>{phrase}</b>
          </p>
        ))}
      </div>
      <fieldset className="flex flex-wrap items-center gap-2 sm:col-span-2">
        <legend className="sr-only">{t('resultsOf', { name })}</legend>
        {claimedBy === null && <Button onClick={() => claim(false)}>{t('callbacks.claim')}</Button>}
        {isOwn &&
          callResults.map((result, index) => (
            <Button
              key={result}
              look={index === 0 ? 'primary' : 'secondary'}
              onClick={() => onResult(result, { name, words: t(`results.${result}`) })}
            >
              {t(`results.${result}`)}
            </Button>
          ))}
        {claimedBy !== null && !isOwn && (
          <>
            <p className="mr-2 font-semibold">{t('callbacks.claimedBy', { name: claimedBy.name })}</p>
            <Button look="secondary" onClick={() => claim(true)}>
              {t('callbacks.takeOver')}
            </Button>
          </>
        )}
        {(claimedBy === null || isOwn) && (
          <Button look="secondary" aria-expanded={chooses} onClick={() => setChooses(!chooses)}>
            {t('callbacks.otherTime')}
          </Button>
        )}
        {isOwn && (
          <Button look="underlined" onClick={() => void onAct({ act: 'release' })}>
            {t('callbacks.release')}
          </Button>
        )}
      </fieldset>
      {chooses && (
        <CallbackTimes
          id={call.id}
          onChosen={async (untilAt) => {
            if (await onAct({ act: 'reschedule', untilAt })) setChooses(false);
          }}
        />
      )}
    </div>
  );
}

function About({ call }: { call: SeatCallback }) {
  const t = useTranslations('seat.calls');
  const common = useTranslations('common.languages');
  const locale = useLocale();
  const style = useMomentStyle();
  const localized = useLocalized();
  const { name, service, question, language, fromAt, untilAt, tries, triedAt } = call;
  return (
    <div className="min-w-0">
      <h3 className="text-h2">{name ?? t('callbacks.noName')}</h3>
      <p className="text-ink-2">
        {localized(service)}
        {language !== locale && `, ${common(language)}`}
      </p>
      <p className="mt-1">
        {t('callbacks.asked', {
          day: formatDay(fromAt, style),
          from: formatTime(fromAt, style),
          until: formatTime(untilAt, style),
        })}{' '}
        {triedAt !== null && t('tried', { count: tries, moment: formatNearMoment(triedAt, style) })}
      </p>
      {question !== null && <p className="mt-1 max-w-text wrap-anywhere whitespace-pre-line">{question}</p>}
    </div>
  );
}
