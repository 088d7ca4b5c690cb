import { useTranslations } from 'next-intl';
import { telHref } from '#shared/tel-href.ts';
import { SlotGroup } from '#shared/ui/moment-choice.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import type { OfferedSlot } from '../booking-state.ts';

/** Where the summary of problems leads to when the moment is one. */
export const otherTimesId = 'moment';

type OtherTimesProps = {
  readonly slots: readonly OfferedSlot[];
  /** The service's page, while nothing is lost by going there. */
  readonly allHref: string | undefined;
  readonly phone: string;
};

/** The nearest free times to choose from, by day; the telephone when there are none. */
export function OtherTimes({ slots, allHref, phone }: OtherTimesProps) {
  const t = useTranslations('booking.otherTimes');
  const days = [...new Set(slots.map(({ day }) => day))];
  if (days.length === 0) {
    return (
      <div id={otherTimesId} tabIndex={-1}>
        <Notice kind="info" title={t('none')}>
          <a href={telHref(phone)}>{t('call', { phone })}</a>
        </Notice>
      </div>
    );
  }
  return (
    <section aria-labelledby="other-times-title">
      <h2 id="other-times-title">{t('title')}</h2>
      {days.map((day, index) => (
        <SlotGroup
          key={day}
          title={day}
          name="moment"
          id={index === 0 ? otherTimesId : undefined}
          slots={slots.filter((slot) => slot.day === day)}
        />
      ))}
      {allHref && (
        <p className="mt-3">
          <a href={allHref} className="inline-flex min-h-11 items-center font-semibold text-brand">
            {t('all')}
          </a>
        </p>
      )}
    </section>
  );
}
