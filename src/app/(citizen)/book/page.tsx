import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type BookedThing, bookingFormId } from '#features/booking/booking-state.ts';
import { BookingForm } from '#features/booking/ui/booking-form.tsx';
import { type DeadEnd, NoBooking } from '#features/booking/ui/no-booking.tsx';
import { PrivacyNotice } from '#features/catalogue/ui/service-parts.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { listInterpreterLanguages } from '#shared/i18n/interpreter-language-names.ts';
import { currentReader, type Reader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { CitizenPage } from '../citizen-page.tsx';
import { type CurrentWish, readCurrentWish } from '../current-wish.ts';
import { type Query, readQuery } from '../read-query.ts';
import { listWishFields, readWishAddress, writeAddress, writeServiceAddress } from '../wish-address.ts';
import { sendBooking } from './send-booking.ts';
import { blankBooking, startBooking } from './start-booking.ts';

/** The form writes the title itself: it says in which step it is, also in the answer to a browser without script. */
export const metadata: Metadata = { title: { absolute: '' } };

export default async function BookPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { service: slug = '', moment } = readQuery(query, ['service', 'moment']);
  const [organisation, reader, current] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    readCurrentWish(readWishAddress(slug, query)),
  ]);
  if (current === null) return <DeadEndPage why="unknownService" href="/" />;
  const { address } = current;
  if (moment === undefined) redirect(`${writeServiceAddress(address, [['missing', '1']])}#moments`);
  // An answer to the sent form shows what was sent, and needs no beginning.
  const start = (await isSentForm()) ? blankBooking(current) : await startBooking(current, moment);
  if (start === null)
    return <DeadEndPage why="wrongMoment" href={`${writeServiceAddress(address)}#moments`} />;
  return (
    <CitizenPage
      path={writeAddress('/book', [['service', slug], ...listWishFields(address), ['moment', moment]])}
      form={{ id: bookingFormId, name: 'intent' }}
      top={<DefaultButton />}
    >
      <ClientMessages namespaces={['booking', 'common']}>
        <BookingForm
          action={sendBooking}
          start={start}
          booked={describeBooked(current, reader)}
          spoken={listInterpreterLanguages(reader.language)}
          organisation={{ name: organisation.name, phone: organisation.phone }}
          aside={<PrivacyNotice slug={slug} />}
        />
      </ClientMessages>
    </CitizenPage>
  );
}

function describeBooked(current: CurrentWish, { say }: Reader): BookedThing {
  const { services, location } = current;
  const sum = (pick: (service: CurrentWish['services'][number]) => number) =>
    services.reduce((total, service) => total + pick(service), 0);
  return {
    services: services.map(({ slug, name }) => ({ slug, name: say(name) })),
    durationMinutes: sum((service) => service.durationMinutes),
    interpreterMinutes: sum((service) => service.interpreterMinutes),
    place: location && `${say(location.name)}, ${location.address}`,
    offersPhone: current.channels.includes('phone'),
    asksQuestion: services[0]?.isQuestion === true,
    momentsHref: `${writeServiceAddress(current.address)}#moments`,
  };
}

/** First of the form's buttons: Enter in a field goes on, and does not change the language. */
function DefaultButton() {
  return (
    <button
      type="submit"
      form={bookingFormId}
      name="intent"
      value="check"
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
    />
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
