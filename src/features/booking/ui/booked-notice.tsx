import { getTranslations } from 'next-intl/server';
import { DoneBar } from '#shared/ui/done-bar.tsx';

/** Right after booking, over the appointment's page: it is done, and what comes by mail or SMS. */
export async function BookedNotice() {
  const t = await getTranslations('booking.booked');
  return <DoneBar title={t('title')} text={t('text')} />;
}
