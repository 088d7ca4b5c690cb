import { useTranslations } from 'next-intl';
import type { SeatCall } from '#journey/live-views.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { telHref } from '#shared/tel-href.ts';
import { Button } from '#shared/ui/button.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMail, iconPhone } from '#shared/ui/icon-shapes.ts';
import { type CallResult, callResults, resultsWithoutNumber } from '../call-result.ts';
import { useLocalized, useMomentStyle } from './seat-place.tsx';

type Props = {
  readonly call: SeatCall;
  /** @param words what came of it, in words */
  readonly onResult: (result: CallResult, words: string) => void;
};

/** Whom no message reaches: number, phrase, and a result to tick. */
export function UnreachedRow({ call, onResult }: Props) {
  const t = useTranslations('seat.calls');
  const style = useMomentStyle();
  const localized = useLocalized();
  const { citizenName, startAt, services, phone, email, phraseWords, reason, tries, triedAt } = call;
  // Of who has no number a message was not spoken in but mailed.
  const say = (result: CallResult) =>
    t(phone === null && result === 'messageLeft' ? 'mailed' : `results.${result}`);
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
        {phone === null ? <NoNumber email={email} /> : <NumberLink phone={phone} />}
        <p>
          <span className="text-small text-ink-2">{t('words')}</span> <b>{phraseWords.join(' ')}</b>
        </p>
      </div>
      <fieldset className="flex flex-wrap gap-2 sm:col-span-2">
        <legend className="sr-only">{t('resultsOf', { name: citizenName })}</legend>
        {(phone === null ? resultsWithoutNumber : callResults).map((result, index) => (
          <Button
            key={result}
            look={index === 0 ? 'primary' : 'secondary'}
            onClick={() => onResult(result, say(result))}
          >
            {say(result)}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

/** A number as people here say it, that is called by a click. */
export function NumberLink({
  phone,
  onClick,
}: {
  phone: { readonly text: string; readonly number: string };
  onClick?: () => void;
}) {
  return (
    <a href={telHref(phone.number)} onClick={onClick} className="inline-flex items-center gap-2 text-h2">
      <Icon shape={iconPhone} size={20} />
      {phone.text}
    </a>
  );
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
