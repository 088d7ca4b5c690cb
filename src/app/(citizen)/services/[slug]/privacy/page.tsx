import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PrivacyContacts, PrivacyStatement } from '#features/catalogue/ui/privacy-statement.tsx';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { MissingPage } from '../../../../missing-page.tsx';
import { generateMetadata as readMissingMetadata } from '../../../../not-found.tsx';
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
  if (service === null) return readMissingMetadata();
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
  if (service === null) return <MissingPage />;
  const name = reader.say(service.name);
  return (
    <CitizenPage path={`/services/${slug}/privacy`}>
      <Band
        title={t('title', { service: name })}
        lead={t('lead')}
        back={{ href: `/services/${slug}`, text: name }}
      />
      <Columns aside={<PrivacyContacts organisation={organisation} words={reader} />}>
        <PrivacyStatement statement={service.privacy} say={reader.say} />
      </Columns>
    </CitizenPage>
  );
}
