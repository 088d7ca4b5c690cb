import { getTranslations } from 'next-intl/server';
import { formatDay, formatTime } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconCalendarPlus } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { VisitPage } from '../visit-page.data.ts';
import type { VisitReader } from './reader.ts';

type OverStageProps = {
  stage: 'ended' | 'missed' | 'cancelled';
  page: VisitPage;
  reader: VisitReader;
  survey: 'open' | 'answered' | 'skipped' | null;
};

/** What is left of an appointment that is over: a word, and the way on. Complete without script. */
export async function OverStage({ stage, page, reader, survey }: OverStageProps) {
  const t = await getTranslations('visit');
  const services = page.services.map(({ name }) => reader.say(name)).join(', ');
  const when = { day: formatDay(page.startAt, reader.style), time: formatTime(page.startAt, reader.style) };
  return (
    <>
      <Band over={services} title={t(`titles.${stage}`)} lead={t(`${stage}.lead`, when)} />
      <Columns>
        {stage === 'ended' ? (
          <Ended reference={page.reference} survey={survey} />
        ) : (
          <>
            <p className="text-lead">
              {stage === 'missed' && page.channel !== 'video'
                ? t('missed.textElsewhere')
                : t(`${stage}.text`)}
            </p>
            <ButtonLink
              href={page.services[0] === undefined ? '/' : `/services/${page.services[0].slug}`}
              icon={iconCalendarPlus}
              className="mt-6 w-full sm:w-auto"
            >
              {t(`${stage}.action`)}
            </ButtonLink>
          </>
        )}
      </Columns>
    </>
  );
}

async function Ended({ reference, survey }: { reference: string; survey: OverStageProps['survey'] }) {
  const t = await getTranslations('visit.ended');
  return (
    <>
      {survey === 'open' && (
        <section aria-labelledby="survey" className="mb-8">
          <h2 id="survey">{t('survey')}</h2>
          <p className="mt-2">{t('surveyText')}</p>
          <ButtonLink href={`/a/${reference}/survey`} className="mt-4 w-full sm:w-auto">
            {t('surveyAction')}
          </ButtonLink>
        </section>
      )}
      {survey === 'answered' && <Notice kind="ok" title={t('thanks')} className="mb-6" />}
      <p>{t('close')}</p>
    </>
  );
}
