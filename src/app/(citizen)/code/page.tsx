import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '#features/link/ui/code-form.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { currentOrganisation } from '../../current-request.ts';
import { CitizenPage } from '../citizen-page.tsx';
import { sendCode } from './send-code.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code'))('title') };
}

/** For who has a printed sheet and no mail: its code opens the appointment. */
export default async function CodePage() {
  const organisation = await currentOrganisation();
  return (
    <CitizenPage path="/code">
      <ClientMessages namespaces={['code', 'common']}>
        <CodeForm action={sendCode} phone={organisation.phone} />
      </ClientMessages>
    </CitizenPage>
  );
}
