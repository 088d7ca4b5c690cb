import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { listEveryService } from '#features/catalogue/catalogue.data.ts';
import { findBegun } from '#features/staff-booking/find-begun.ts';
import { findLocations } from '#features/staff-booking/find-booked.ts';
import { type ConversationId, parseId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { listInterpreterLanguages } from '#shared/i18n/interpreter-language-names.ts';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { staffHome } from '../../staff-home.ts';
import { StaffShell } from '../../staff-shell.tsx';
import { NoSeatRight } from '../no-seat-right.tsx';
import { BookScreen } from './book-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staffBooking'))('title') };
}

type Props = { searchParams: Promise<{ after?: string | string[] }> };

/** Where staff book for a citizen: anybody, or whom they talk with. */
export default async function StaffBookingPage({ searchParams }: Props) {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat/book');
  if (!mayDo(actor, 'bookForCitizen')) return <NoSeatRight actor={actor} />;
  const [organisation, reader, t] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('staffBooking'),
  ]);
  const { after: given } = await searchParams;
  const after = typeof given === 'string' ? parseId<ConversationId>(given) : null;
  const [services, locations, home, begun] = await Promise.all([
    withOrganisation(organisation.id, listEveryService),
    findLocations(actor),
    staffHome(actor),
    after === null ? null : findBegun(actor, after),
  ]);
  return (
    <StaffShell current="book">
      <SeatPage title={t('title')}>
        <ClientMessages namespaces={['common', 'contact', 'staffBooking']}>
          <BookScreen
            language={organisation.defaultLanguage}
            begun={begun}
            formOfAddress={organisation.formOfAddress}
            services={services}
            home={home}
            spoken={listInterpreterLanguages(reader.language)}
            locations={locations.map(({ id, name }) => ({ id, name: reader.say(name) }))}
          />
        </ClientMessages>
      </SeatPage>
    </StaffShell>
  );
}
