import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Insights } from '#features/insights/read-insights.ts';
import type { Selection } from '#features/insights/selection.ts';
import { OpinionFilters } from '#features/insights/ui/opinion-filters.tsx';
import { OpinionReport } from '#features/insights/ui/opinion-report.tsx';
import { WalkInReport } from '#features/insights/ui/walk-in-report.tsx';
import { type LocalizedText, localize } from '#journey/language.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { formatDayRange } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconDownload } from '#shared/ui/icons/download.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { currentLanguage, currentOrganisation, currentStaff } from '../../current-request.ts';
import { staffHome } from '../staff-home.ts';
import { StaffShell } from '../staff-shell.tsx';
import { readRequestedInsights, readRequestedWalkIns } from './insights-request.ts';
import { InsightsTabs } from './insights-tabs.tsx';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('insights'))('title') };
}

/** What citizens think, for supervisors. */
export default async function InsightsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { selection, insights } = await readRequestedInsights(await searchParams);
  const t = await getTranslations('insights');
  if (insights === null) {
    const home = await staffHome(await currentStaff());
    return (
      <StaffShell current="insights">
        <SeatPage title={t('title')}>
          <Notice kind="warn" title={t('forbidden.title')}>
            {t('forbidden.text')} {home && <a href={home.href}>{home.text}</a>}
          </Notice>
        </SeatPage>
      </StaffShell>
    );
  }
  const { name } = await currentOrganisation();
  const csv = `/insights/answers.csv?${new URLSearchParams(addressOf(selection))}`;
  return (
    <StaffShell current="insights">
      <SeatPage
        over={t('over', { organisation: name })}
        title={t('title')}
        actions={
          insights.total.answers > 0 && (
            <ButtonLink href={csv} look="secondary" icon={iconDownload} download>
              {t('csv')}
            </ButtonLink>
          )
        }
      >
        <InsightsTabs current="opinions" />
        <Report selection={selection} insights={insights} />
      </SeatPage>
    </StaffShell>
  );
}

async function Report({ selection, insights }: { selection: Selection; insights: Insights }) {
  const [language, { formOfAddress }, walkIns] = await Promise.all([
    currentLanguage(),
    currentOrganisation(),
    readRequestedWalkIns(selection),
  ]);
  const words = (text: LocalizedText) => localize(text, language, formOfAddress);
  // Local dates are written as they are: midnight in UTC, by the clock of UTC.
  const range = formatDayRange(new Date(selection.from), new Date(selection.until), {
    language,
    timeZone: 'UTC',
  });
  const averages = new Intl.NumberFormat(`${language}-BE`, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <>
      <OpinionFilters
        selection={selection}
        services={insights.services.map(({ slug, name }) => ({ slug, name: words(name) }))}
      />
      <ClientMessages namespaces={['insights']}>
        <OpinionReport
          total={insights.total}
          perService={insights.perService.map(({ service, ...summary }) => ({
            ...summary,
            key: service.id,
            name: words(service.name),
          }))}
          range={range}
          formatAverage={(average) => averages.format(average)}
        />
      </ClientMessages>
      {walkIns !== null && (
        <WalkInReport
          total={walkIns.total}
          perService={walkIns.perService.map(({ service, ...summary }) => ({
            ...summary,
            key: service.id,
            name: words(service.name),
          }))}
        />
      )}
    </>
  );
}

function addressOf({ from, until, serviceSlug }: Selection): Record<string, string> {
  return { from, until, ...(serviceSlug !== null && { service: serviceSlug }) };
}
