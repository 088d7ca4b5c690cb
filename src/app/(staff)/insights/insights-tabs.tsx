import { getTranslations } from 'next-intl/server';
import { Segments } from '#shared/ui/segments.tsx';

/** The pages of supervisors. */
export async function InsightsTabs({ current }: { current: 'today' | 'opinions' | 'messages' | 'conduct' }) {
  const [t, today, conduct] = await Promise.all([
    getTranslations('failingMessages'),
    getTranslations('today'),
    getTranslations('conduct.supervisor'),
  ]);
  return (
    <div className="mt-3 mb-4 flex">
      <Segments
        label={t('tabs')}
        segments={[
          { key: 'today', text: today('tab'), href: '/insights/today', current: current === 'today' },
          { key: 'opinions', text: t('opinions'), href: '/insights', current: current === 'opinions' },
          { key: 'messages', text: t('tab'), href: '/insights/messages', current: current === 'messages' },
          { key: 'conduct', text: conduct('tab'), href: '/insights/conduct', current: current === 'conduct' },
        ]}
      />
    </div>
  );
}
