import { getTranslations } from 'next-intl/server';
import { Card } from '#shared/ui/card.tsx';
import { Checklist } from '#shared/ui/checklist.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import type { VisitPage } from '../visit-page.data.ts';
import type { VisitReader } from './reader.ts';

type BringListProps = {
  page: Pick<VisitPage, 'services' | 'actingFor'>;
  title: string;
  reader: VisitReader;
};

/** What to lay ready and why: what proves for whom one acts, then for all services of the appointment; the same thing once. */
export async function BringList({ page, title, reader }: BringListProps) {
  const t = await getTranslations('visit.bring');
  const things = page.services.flatMap(({ bring }) => bring);
  const required = [...new Map(things.map((thing) => [reader.say(thing.title), thing])).entries()];
  const items = [
    ...(await mandateOf(page)),
    ...required.map(([words, thing]) => ({
      key: thing.id,
      title: words,
      detail: reader.say(thing.reason),
      icon: iconByName(thing.icon),
    })),
  ];
  return (
    <section aria-labelledby="bring">
      <h2 id="bring">{title}</h2>
      {items.length === 0 ? (
        <p className="mt-2">{t('none')}</p>
      ) : (
        <Card list className="mt-3">
          <Checklist items={items} />
        </Card>
      )}
    </section>
  );
}

async function mandateOf({ actingFor }: Pick<VisitPage, 'actingFor'>) {
  if (actingFor === null) return [];
  const t = await getTranslations('preparation.mandate');
  const { kind } = actingFor;
  return [{ key: 'mandate', title: t(`${kind}.title`), detail: t(`${kind}.reason`), icon: iconIdCard }];
}
