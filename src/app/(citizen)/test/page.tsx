import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeviceTest } from '#features/device-test/ui/device-test.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { currentOrganisation } from '../../current-request.ts';
import { CitizenPage } from '../citizen-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deviceTest');
  return { title: t('place'), robots: { index: true } };
}

/** The test for everybody, also before there is an appointment. */
export default async function TestPage() {
  const [organisation, t] = await Promise.all([currentOrganisation(), getTranslations('deviceTest')]);
  return (
    <CitizenPage path="/test" place={t('place')}>
      <ClientMessages namespaces={['deviceTest', 'media']}>
        <DeviceTest
          reference={null}
          isKept={false}
          day={null}
          organisationName={organisation.name}
          phone={organisation.phone}
        />
      </ClientMessages>
    </CitizenPage>
  );
}
