import { getTranslations } from 'next-intl/server';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { nameLanguage } from '#shared/i18n/interpreter-language-names.ts';
import { Card } from '#shared/ui/card.tsx';
import { type Fact, FactList } from '#shared/ui/fact-list.tsx';
import { iconCalendarDays } from '#shared/ui/icons/calendar-days.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconHandHeart } from '#shared/ui/icons/hand-heart.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconStore } from '#shared/ui/icons/store.ts';
import { iconTag } from '#shared/ui/icons/tag.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import type { VisitPage } from '../visit-page.data.ts';
import type { VisitReader } from './reader.ts';

const channelIcons = {
  video: iconVideo,
  phone: iconPhone,
  chat: iconMessageSquare,
  counter: iconStore,
} as const;

/** When, how long, how, for whom, with what help, and the number to name on the telephone. */
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
          ...(await askedFacts(page, reader)),
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

/** What was asked for besides the services; nothing when that is nothing. */
async function askedFacts(page: VisitPage, reader: VisitReader): Promise<Fact[]> {
  const t = await getTranslations('preparation');
  const { actingFor, needs, interpreterLanguage } = page;
  const language = interpreterLanguage === null ? '' : nameLanguage(interpreterLanguage, reader.language);
  const lines = needs.map((need) => t(`needs.${need}`, { language }));
  return [
    ...(actingFor === null
      ? []
      : [
          {
            icon: iconUsersRound,
            term: t('forWhom.term'),
            detail: <Lines texts={[t(`forWhom.${actingFor.kind}`), actingFor.name]} />,
          },
        ]),
    ...(lines.length === 0
      ? []
      : [{ icon: iconHandHeart, term: t('needs.term'), detail: <Lines texts={lines} /> }]),
  ];
}

function Lines({ texts }: { texts: readonly (string | null)[] }) {
  return texts.map(
    (text) =>
      text && (
        <span key={text} className="block wrap-anywhere">
          {text}
        </span>
      ),
  );
}
