'use client';

import { useTranslations } from 'next-intl';
import { ShareChart, type ShareTone } from '#shared/ui/charts/share-chart.tsx';
import { shareOfSatisfied } from '../opinions.ts';

const tones: readonly ShareTone[] = [4, 2, 'between', 3, 1];

/** How the answers to satisfaction spread. @param distribution how often 1, 2, 3, 4 and 5 was answered */
export function SatisfactionChart({
  distribution,
  rowText,
}: {
  distribution: readonly number[];
  rowText: string;
}) {
  const t = useTranslations('insights');
  const all = distribution.reduce((total, count) => total + count, 0);
  const share = (count: number) => Math.round((count / all) * 100);
  const words = (index: number) => t(`scale.${(index + 1) as 1 | 2 | 3 | 4 | 5}`);
  return (
    <ShareChart
      summary={t('distribution.title', { share: shareOfSatisfied(distribution) })}
      tableText={t('distribution.asTable')}
      parts={distribution.map((_, index) => ({
        key: String(index),
        text: words(index),
        tone: tones[index] ?? 1,
      }))}
      rows={[{ key: 'all', text: rowText, shares: distribution }]}
      table={{
        caption: t('distribution.caption'),
        columns: [
          { key: 'answer', title: t('distribution.answer') },
          { key: 'count', title: t('distribution.count'), align: 'end' },
          { key: 'share', title: t('distribution.share'), align: 'end' },
        ],
        rows: distribution.map((count, index) => ({
          key: String(index),
          cells: [words(index), count, `${share(count)} %`],
        })),
      }}
    />
  );
}
