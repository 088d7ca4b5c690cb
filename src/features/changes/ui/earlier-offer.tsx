import { getTranslations } from 'next-intl/server';
import { capitalise, formatNearMoment, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { Card } from '#shared/ui/card.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import { iconCalendarClock } from '#shared/ui/icons/calendar-clock.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { ChangeableAppointment } from '../changeable.data.ts';

type EarlierOfferProps = {
  readonly appointment: ChangeableAppointment;
  readonly style: MomentStyle;
  readonly home: string;
  readonly offer: { readonly startAt: number; readonly expiresAt: number };
  readonly action: (form: FormData) => Promise<void>;
};

/** A time that is kept for this citizen: until when, and both answers. Works without script. */
export async function EarlierOffer({ appointment, style, home, offer, action }: EarlierOfferProps) {
  const [t, common] = await Promise.all([
    getTranslations('changes.earlier.offer'),
    getTranslations('common'),
  ]);
  const moment = (at: number) => capitalise(formatNearMoment(at, style), style.language);
  return (
    <>
      <Band
        title={t('title')}
        lead={t('lead', { until: formatNearMoment(offer.expiresAt, style) })}
        back={{ href: home, text: common('back') }}
      />
      <div className="page-width mt-6 lg:mt-12">
        <div className="grid max-w-text gap-6">
          <Card>
            <FactList
              facts={[
                { icon: iconCalendarClock, term: t('new'), detail: <b>{moment(offer.startAt)}</b> },
                { icon: iconCalendarCheck, term: t('now'), detail: moment(appointment.startAt) },
              ]}
            />
          </Card>
          <form action={action} className="grid gap-3 sm:grid-cols-2">
            <input type="hidden" name="time" value={offer.startAt} />
            <SubmitButton busyText={common('busy')} name="answer" value="yes" icon={iconCalendarCheck}>
              {t('yes')}
            </SubmitButton>
            <SubmitButton busyText={common('busy')} name="answer" value="no" look="secondary">
              {t('no')}
            </SubmitButton>
          </form>
          <p>{t('note')}</p>
        </div>
      </div>
    </>
  );
}
