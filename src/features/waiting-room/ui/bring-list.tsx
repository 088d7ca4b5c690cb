import { getTranslations } from 'next-intl/server';
import { Card } from '#shared/ui/card.tsx';
import { Checklist } from '#shared/ui/checklist.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import type { VisitPage } from '../visit-page.data.ts';
import type { VisitReader } from './reader.ts';

type BringListProps = { services: VisitPage['services']; title: string; reader: VisitReader };

/** What to lay ready and why, for all services of the appointment; the same thing once. */
export async function BringList({ services, title, reader }: BringListProps) {
  const t = await getTranslations('visit.bring');
  const things = services.flatMap(({ bring }) => bring);
  const items = [...new Map(things.map((thing) => [reader.say(thing.title), thing])).entries()];
  return (
    <section aria-labelledby="bring">
      <h2 id="bring">{title}</h2>
      {items.length === 0 ? (
        <p className="mt-2">{t('none')}</p>
      ) : (
        <Card list className="mt-3">
          <Checklist
            items={items.map(([words, thing]) => ({
              key: thing.id,
              title: words,
              detail: reader.say(thing.reason),
              icon: iconByName(thing.icon),
            }))}
          />
        </Card>
      )}
    </section>
  );
}
