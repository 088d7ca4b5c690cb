import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PrivacyStatement } from '#features/catalogue/ui/privacy-statement.tsx';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { currentService } from '../../../current-service.ts';

type Props = { readonly params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [service, { say }, t] = await Promise.all([
    currentService(slug),
    currentReader(),
    getTranslations('catalogue.privacy'),
  ]);
  return {
    title: t('pageTitle', { service: say(service.name) }),
    robots: { index: true, follow: true },
    alternates: { canonical: `/services/${slug}/privacy` },
  };
}

export default async function PrivacyPage({ params }: Props) {
  const { slug } = await params;
  const [service, organisation, reader, t] = await Promise.all([
    currentService(slug),
    currentOrganisation(),
    currentReader(),
    getTranslations('catalogue.privacy'),
  ]);
  const name = reader.say(service.name);
  return (
    <CitizenPage path={`/services/${slug}/privacy`}>
      <Band
        title={t('title', { service: name })}
        lead={t('lead')}
        back={{ href: `/services/${slug}`, text: name }}
      />
      <Columns>
        <PrivacyStatement statement={service.privacy} organisation={organisation} words={reader} />
      </Columns>
    </CitizenPage>
  );
}
