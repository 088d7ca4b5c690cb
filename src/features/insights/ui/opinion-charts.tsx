'use client';

import { useTranslations } from 'next-intl';
import { ColumnChart } from '#shared/ui/charts/column-chart.tsx';
import { shareOfSatisfied } from '../opinions.ts';

/** How the answers to satisfaction spread. @param distribution how often 1, 2, 3, 4 and 5 was answered */
export function SatisfactionChart({ distribution }: { distribution: readonly number[] }) {
  const t = useTranslations('insights');
  const all = distribution.reduce((total, count) => total + count, 0);
  const answers = distribution.map((count, index) => ({
    key: String(index),
    text: t(`scale.${(index + 1) as 1 | 2 | 3 | 4 | 5}`),
    value: count,
    valueText: `${Math.round((count / all) * 100)} %`,
  }));
  return (
    <ColumnChart
      summary={t('distribution.title', { share: shareOfSatisfied(distribution) })}
      tableText={t('distribution.asTable')}
      columns={answers}
      table={{
        caption: t('distribution.caption'),
        columns: [
          { key: 'answer', title: t('distribution.answer') },
          { key: 'count', title: t('distribution.count'), align: 'end' },
          { key: 'share', title: t('distribution.share'), align: 'end' },
        ],
        rows: answers.map(({ key, text, value, valueText }) => ({ key, cells: [text, value, valueText] })),
      }}
    />
  );
}
