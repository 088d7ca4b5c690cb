import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDay, formatTime } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import type { VisitPage } from '../visit-page.data.ts';
import type { VisitReader } from './reader.ts';

type OverStageProps = {
  stage: 'ended' | 'missed' | 'past' | 'cancelled';
  page: VisitPage;
  reader: VisitReader;
  /** Where a new appointment for the same begins. */
  againHref: string;
  /** What follows a conversation. */
  children?: ReactNode;
  /** Other ways to somebody, where there was no conversation. */
  others: ReactNode;
};

/** What is left of an appointment that is over: a word, and the way on. Complete without script. */
export async function OverStage({ stage, page, reader, againHref, children, others }: OverStageProps) {
  const [t, changes] = await Promise.all([getTranslations('visit'), getTranslations('changes')]);
  const services = page.services.map(({ name }) => reader.say(name)).join(', ');
  const when = { day: formatDay(page.startAt, reader.style), time: formatTime(page.startAt, reader.style) };
  return (
    <>
      <Band over={services} title={t(`titles.${stage}`)} lead={t(`${stage}.lead`, when)} />
      <Columns>
        {stage === 'ended' ? (
          <>
            {children}
            <p className="mt-8">{t('ended.close')}</p>
          </>
        ) : (
          <>
            {stage === 'cancelled' && page.cancelledByStaff && (
              <p className="mb-3 text-lead">{changes('cancelledByStaff')}</p>
            )}
            <p className="text-lead">{t(`${stage}.text`)}</p>
            <ButtonLink href={againHref} icon={iconCalendarPlus} className="mt-6 w-full sm:w-auto">
              {t(`${stage}.action`)}
            </ButtonLink>
            {others}
          </>
        )}
      </Columns>
    </>
  );
}
