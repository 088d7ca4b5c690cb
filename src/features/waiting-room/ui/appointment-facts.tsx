import { getTranslations } from 'next-intl/server';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Card } from '#shared/ui/card.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import {
  iconCalendarDays,
  iconClock4,
  iconMessageSquare,
  iconPhone,
  iconStore,
  iconTag,
  iconVideo,
} from '#shared/ui/icon-shapes.ts';
import type { VisitPage } from '../visit-page.data.ts';
import type { VisitReader } from './reader.ts';

const channelIcons = {
  video: iconVideo,
  phone: iconPhone,
  chat: iconMessageSquare,
  counter: iconStore,
} as const;

/** When, how long, how, and the number to name on the telephone. */
export async function AppointmentFacts({ page, reader }: { page: VisitPage; reader: VisitReader }) {
  const [t, changes] = await Promise.all([getTranslations('visit.facts'), getTranslations('changes.facts')]);
  const minutes = Math.round((page.endAt - page.startAt) / 60_000);
  return (
    <Card as="section" labelledBy="facts">
      <h2 id="facts" className="text-h3">
        {t('title')}
      </h2>
      <FactList
        className="mt-3"
        facts={[
          {
            icon: iconCalendarDays,
            term: t('when'),
            detail: capitalise(formatNearMoment(page.startAt, reader.style), reader.language),
          },
          { icon: iconClock4, term: t('duration'), detail: t('minutes', { minutes }) },
          {
            icon: channelIcons[page.channel],
            term: t('how'),
            detail:
              page.channel === 'phone' && page.phoneEnding !== null
                ? changes('phone', { ending: page.phoneEnding })
                : t(`channels.${page.channel}`, { address: page.counterAddress ?? reader.address }),
          },
          {
            icon: iconTag,
            term: t('reference'),
            detail: <span className="code">{page.reference}</span>,
          },
        ]}
      />
    </Card>
  );
}
