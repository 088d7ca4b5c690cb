import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { periodsInDays, type Selection } from '../selection.ts';

export type OpinionFiltersProps = {
  selection: Selection;
  services: readonly { readonly slug: string; readonly name: string }[];
};

/** The selection, kept in the address: it can be sent on, printed and gone back to. */
export function OpinionFilters({ selection, services }: OpinionFiltersProps) {
  const t = useTranslations('insights.filters');
  const periods = periodsInDays.map((period) => ({ value: period as string, text: t(`periods.${period}`) }));
  return (
    <form method="get" aria-label={t('title')} className="mt-5 flex flex-wrap items-end gap-3 print:hidden">
      <SelectField
        name="period"
        label={t('period')}
        options={periods}
        defaultValue={selection.period ?? '30'}
        className="w-56"
      />
      <SelectField
        name="service"
        label={t('service')}
        defaultValue={selection.serviceSlug ?? ''}
        options={[
          { value: '', text: t('allServices') },
          ...services.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
        className="w-80 max-w-full"
      />
      <Button type="submit" look="secondary">
        {t('apply')}
      </Button>
    </form>
  );
}
