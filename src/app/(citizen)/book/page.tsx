import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { withOrganisation } from '#db/organisation-scope.ts';
import { BookingForm } from '#features/booking/ui/booking-form.tsx';
import { type DeadEnd, NoBooking } from '#features/booking/ui/no-booking.tsx';
import { findService } from '#features/catalogue/catalogue.data.ts';
import { PrivacyNotice } from '#features/catalogue/ui/service-parts.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { CitizenPage } from '../citizen-page.tsx';
import { type Query, readQuery } from '../read-query.ts';
import { sendBooking } from './send-booking.ts';
import { blankBooking, startBooking } from './start-booking.ts';

/** The form writes the title itself: it says in which step it is, also in the answer to a browser without script. */
export const metadata: Metadata = { title: { absolute: '' } };

export default async function BookPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { service: slug = '', moment } = readQuery(await searchParams, ['service', 'moment']);
  const [organisation, reader] = await Promise.all([currentOrganisation(), currentReader()]);
  const service = await withOrganisation(organisation.id, (scope) => findService(scope, slug));
  if (service === null) return <DeadEndPage why="unknownService" href="/" />;
  if (moment === undefined) redirect(`/services/${slug}?missing=1#moments`);
  // An answer to the sent form shows what was sent, and needs no beginning.
  const start = (await isSentForm()) ? blankBooking : await startBooking(slug, moment);
  if (start === null) return <DeadEndPage why="wrongMoment" href={`/services/${slug}#moments`} />;
  return (
    <CitizenPage path={`/book?service=${slug}&moment=${encodeURIComponent(moment)}`}>
      <ClientMessages namespaces={['booking', 'common']}>
        <BookingForm
          action={sendBooking}
          start={start}
          service={{ slug, name: reader.say(service.name) }}
          organisation={{ name: organisation.name, phone: organisation.phone }}
          aside={<PrivacyNotice slug={slug} />}
        />
      </ClientMessages>
    </CitizenPage>
  );
}

async function isSentForm(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;
}

async function DeadEndPage({ why, href }: { why: DeadEnd; href: string }) {
  const { name } = await currentOrganisation();
  return (
    <CitizenPage path="/book">
      <NoBooking why={why} href={href} organisationName={name} />
    </CitizenPage>
  );
}
