import { useTranslations } from 'next-intl';
import { Card } from '#shared/ui/card.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { Stat, StatRow } from '#shared/ui/stat.tsx';
import { type Average, fewestAnswers, measures, type OpinionSummary, shareOfSatisfied } from '../opinions.ts';
import { SatisfactionChart } from './opinion-charts.tsx';

export type OpinionReportProps = {
  total: OpinionSummary;
  perService: readonly (OpinionSummary & { readonly key: string; readonly name: string })[];
  /** Dates of the selection, in words. */
  range: string;
  /** An average in the reader's own notation. */
  formatAverage: (average: number) => string;
};

/** What citizens think: figures, their spread, per service, and their own words. Never below five answers. */
export function OpinionReport({ total, perService, range, formatAverage }: OpinionReportProps) {
  const t = useTranslations('insights');
  if (total.answers === 0) {
    return (
      <Card className="mt-5">
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      </Card>
    );
  }
  const show = ({ answers, average }: Average) =>
    average === null
      ? t(answers < fewestAnswers ? 'stats.tooFew' : 'stats.withheld')
      : formatAverage(average);
  const isWithheld = [total, ...perService].some(({ withheld }) => withheld);
  return (
    <>
      <StatRow className="mt-5">
        <Stat label={t('stats.answers')} figure={total.answers} note={range} large />
        {measures.map((measure) => {
          const figure = total.averages[measure];
          return (
            <Stat
              key={measure}
              label={t(`stats.${measure}`)}
              figure={show(figure)}
              unit={figure.average === null ? undefined : t('stats.outOfFive')}
              note={t('stats.note', { count: figure.answers })}
            />
          );
        })}
      </StatRow>
      {total.answers < fewestAnswers && (
        <Notice kind="info" title={t('tooFew.title')} className="mt-4">
          {t('tooFew.text', { count: total.answers })}
        </Notice>
      )}
      {isWithheld && (
        <Notice kind="info" title={t('withheld.title')} className="mt-4">
          {t('withheld.text')}
        </Notice>
      )}
      <div className="mt-4 grid grid-cols-1 gap-4 xl:grid-cols-2">
        {total.satisfaction !== null && (
          <Card as="section">
            <h2>{t('distribution.title', { share: shareOfSatisfied(total.satisfaction) })}</h2>
            <p className="text-ink-2">{t('distribution.caption')}</p>
            <SatisfactionChart distribution={total.satisfaction} />
          </Card>
        )}
        <Card as="section">
          <h2>{t('perService.title')}</h2>
          <DataTable
            caption={t('perService.title')}
            columns={[
              { key: 'service', title: t('perService.service') },
              { key: 'answers', title: t('perService.answers'), align: 'end' },
              ...measures.map((measure) => ({
                key: measure,
                title: t(`stats.${measure}`),
                align: 'end' as const,
              })),
            ]}
            rows={perService.map(({ key, name, answers, averages }) => ({
              key,
              cells: [name, answers, ...measures.map((measure) => show(averages[measure]))],
            }))}
          />
        </Card>
        {total.answers >= fewestAnswers && !total.withheld && (
          <Card as="section">
            <h2>{t('openAnswers.title')}</h2>
            {total.improvements.length === 0 && <p className="text-ink-2">{t('openAnswers.none')}</p>}
            <ul className="divide-y divide-line">
              {total.improvements.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be there twice, and the list never changes in place.
                <li key={`${index} ${text}`} className="py-3 whitespace-pre-line">
                  {text}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
