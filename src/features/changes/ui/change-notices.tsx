import { getTranslations } from 'next-intl/server';
import { formatNearMoment, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { DoneBar } from '#shared/ui/done-bar.tsx';
import { iconCalendarClock } from '#shared/ui/icons/calendar-clock.ts';
import { Notice } from '#shared/ui/notice.tsx';

/** Says that the change was made. */
export async function ChangedNotice() {
  const t = await getTranslations('changes.changed');
  return <DoneBar title={t('title')} text={t('text')} />;
}

type OfferNoticeProps = {
  readonly offer: { readonly startAt: number; readonly expiresAt: number };
  readonly style: MomentStyle;
  readonly home: string;
};

/** Says that an earlier time is kept, and until when. */
export async function OfferNotice({ offer, style, home }: OfferNoticeProps) {
  const t = await getTranslations('changes.offered');
  return (
    <div className="page-width py-6">
      <Notice
        kind="warn"
        icon={iconCalendarClock}
        title={t('title', { moment: formatNearMoment(offer.startAt, style) })}
        role="status"
        action={<ButtonLink href={`${home}/earlier`}>{t('action')}</ButtonLink>}
      >
        {t('text', { until: formatNearMoment(offer.expiresAt, style) })}
      </Notice>
    </div>
  );
}
