import { useTranslations } from 'next-intl';
import { Card } from '#shared/ui/card.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { fewestAnswers } from '../opinions.ts';
import type { WalkInSummary } from '../walk-ins.ts';

export type WalkInReportProps = {
  total: WalkInSummary;
  perService: readonly (WalkInSummary & { readonly key: string; readonly name: string })[];
};

/** How it went at the open counter. Nothing where nobody came: not every municipality has one. */
export function WalkInReport({ total, perService }: WalkInReportProps) {
  const t = useTranslations('insights.walkIns');
  const stats = useTranslations('insights.stats');
  if (total.came === 0) return null;
  const show = (figure: number | null, came: number, words: (figure: number) => string) => {
    if (figure !== null) return words(figure);
    return stats(came < fewestAnswers ? 'tooFew' : 'withheld');
  };
  const row = (key: string, name: string, { came, medianWaitMinutes, left }: WalkInSummary) => ({
    key,
    cells: [
      name,
      came,
      show(medianWaitMinutes, came, (minutes) => t('minutes', { minutes })),
      show(left, came, String),
    ],
  });
  return (
    <Card as="section" className="mt-4">
      <h2>{t('title')}</h2>
      <p className="text-ink-2">{t('text')}</p>
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'service', title: t('service') },
          { key: 'came', title: t('came'), align: 'end' },
          { key: 'waited', title: t('waited'), align: 'end' },
          { key: 'left', title: t('left'), align: 'end' },
        ]}
        rows={[
          ...perService.map(({ key, name, ...figures }) => row(key, name, figures)),
          ...(perService.length > 1 ? [row('total', t('total'), total)] : []),
        ]}
      />
    </Card>
  );
}
