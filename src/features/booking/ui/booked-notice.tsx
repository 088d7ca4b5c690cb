import { getTranslations } from 'next-intl/server';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCircleCheck } from '#shared/ui/icon-shapes.ts';

/** Right after booking, over the appointment's page: it is done, and what comes by mail or SMS. */
export async function BookedNotice() {
  const t = await getTranslations('booking.booked');
  return (
    <div className="bg-ok-tint print:hidden">
      <p role="status" className="page-width flex items-start gap-3 py-4">
        <Icon shape={iconCircleCheck} size={24} className="mt-0.5 text-ok" />
        <span className="min-w-0">
          <b>{t('title')}</b> {t('text')}
        </span>
      </p>
    </div>
  );
}
