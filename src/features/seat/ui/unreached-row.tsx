import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import type { SeatCall } from '#journey/live-views.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { telHref } from '#shared/tel-href.ts';
import { Button } from '#shared/ui/button.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconMail } from '#shared/ui/icons/mail.ts';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconPrinter } from '#shared/ui/icons/printer.ts';
import { type CallResult, callResults } from '../call-result.ts';
import { askSheet, settleCall } from './contact-requests.ts';
import { CancelDialog } from './dossier-actions.tsx';
import { useLocalized, useMomentStyle } from './seat-place.tsx';

type Props = {
  readonly call: SeatCall;
  /** @param words what came of it, in words */
  readonly onResult: (result: CallResult, words: string) => void;
  readonly onOpenDossier: (id: AppointmentId) => void;
  /** Something that was wished did not work. */
  readonly onTrouble: () => void;
};

/** Whom no message reaches: number, phrase, and a result to tick. */
export function UnreachedRow(props: Props) {
  const { call, onResult } = props;
  const t = useTranslations('seat.calls');
  const style = useMomentStyle();
  const localized = useLocalized();
  const { citizenName, startAt, services, phone, isWrongNumber, phraseWords, reason, tries, triedAt } = call;
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="text-h2">{citizenName}</h3>
        <p className="text-ink-2">
          {formatNearMoment(startAt, style)}, {services.map(localized).join(', ')}
        </p>
        <p className="mt-1">
          {t(`reasons.${reason}`)}{' '}
          {triedAt !== null &&
            (isWrongNumber
              ? t('wrongNumber', { moment: formatNearMoment(triedAt, style) })
              : t('tried', { count: tries, moment: formatNearMoment(triedAt, style) }))}
        </p>
      </div>
      <div className="sm:text-right">
        {phone === null || isWrongNumber ? <NoNumber call={call} /> : <NumberLink phone={phone} />}
        <p>
          <span className="text-small text-ink-2">{t('words')}</span> <b>{phraseWords.join(' ')}</b>
        </p>
      </div>
      {phone === null || isWrongNumber ? (
        <OtherWays {...props} />
      ) : (
        <fieldset className="flex flex-wrap gap-2 sm:col-span-2">
          <legend className="sr-only">{t('resultsOf', { name: citizenName })}</legend>
          {callResults.map((result, index) => (
            <Button
              key={result}
              look={index === 0 ? 'primary' : 'secondary'}
              onClick={() => onResult(result, t(`results.${result}`))}
            >
              {t(`results.${result}`)}
            </Button>
          ))}
        </fieldset>
      )}
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

/** Whom nobody can call: their contact is corrected, or they are reached on paper or by a mail, or the appointment is cancelled. */
function OtherWays({ call, onResult, onOpenDossier, onTrouble }: Props) {
  const t = useTranslations('seat.calls');
  const [cancelling, setCancelling] = useState(false);
  const { appointmentId, citizenName, reference, email } = call;
  const print = async () => {
    // Opened by the press itself: a window that opens later is taken for an advertisement.
    const sheet = open('', '_blank');
    const answer = await askSheet(appointmentId);
    if (answer.ok) sheet?.location.assign(`/seat/sheet/${reference}`);
    else sheet?.close();
    if (!answer.ok) onTrouble();
  };
  const settle = async () => {
    if (!(await settleCall(appointmentId)).ok) onTrouble();
  };
  return (
    <fieldset className="flex flex-wrap gap-2 sm:col-span-2">
      <legend className="sr-only">{t('waysTo', { name: citizenName })}</legend>
      <Button icon={iconPenLine} onClick={() => onOpenDossier(appointmentId)}>
        {t('correct')}
      </Button>
      <Button look="secondary" icon={iconPrinter} onClick={() => void print()}>
        {t('sheet')}
      </Button>
      {email !== null ? (
        <Button look="secondary" onClick={() => onResult('messageLeft', t('mailed'))}>
          {t('mailed')}
        </Button>
      ) : (
        <Button look="secondary" onClick={() => void settle()}>
          {t('settle')}
        </Button>
      )}
      <Button look="secondary" icon={iconCalendarX} onClick={() => setCancelling(true)}>
        {t('cancel')}
      </Button>
      {cancelling && <CancelDialog entry={call} onClose={() => setCancelling(false)} />}
    </fieldset>
  );
}

function NoNumber({ call: { phone, email } }: Pick<Props, 'call'>) {
  const t = useTranslations('seat.calls');
  return (
    <>
      <p className="text-warn">
        {phone === null ? t('noNumber') : `${phone.text}: ${t('results.wrongNumber')}`}
      </p>
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
