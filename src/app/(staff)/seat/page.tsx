import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readPreferences } from '#features/seat/preferences.ts';
import { readSeatView } from '#features/seat/queue-view.ts';
import { SeatPlaceProvider } from '#features/seat/ui/seat-place.tsx';
import { mayDo } from '#journey/permissions.ts';
import { KnownProviderWays } from '#panels/identity/ui/known-provider-ways.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { clock } from '../../../wiring.ts';
import { providerWaysOf } from '../../current-identity.ts';
import { currentOrganisation, currentStaff } from '../../current-request.ts';
import { StaffChoices } from '../staff-choices.tsx';
import { readStaffRail } from '../staff-rail.tsx';
import { NoSeatRight } from './no-seat-right.tsx';
import { SeatScreen } from './seat-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('seat'))('documentTitle') };
}

/** The clerk's one screen. */
export default async function SeatPage() {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat');
  if (!mayDo(actor, 'workAtSeat')) return <NoSeatRight actor={actor} />;
  const organisation = await currentOrganisation();
  const view = await readSeatView(clock, actor, organisation.timeZone);
  if (view === null || actor.seat === null) redirect('/seat/choose');
  const place = {
    seatId: actor.seat.id,
    seatName: actor.seat.name,
    clerkId: actor.staffMemberId,
    clerkName: actor.name,
    organisationName: organisation.name,
    formOfAddress: organisation.formOfAddress,
  };
  return (
    <ClientMessages
      namespaces={[
        'availability',
        'backOffice',
        'call',
        'chat',
        'conduct',
        'still',
        'closing',
        'common',
        'companions',
        'contact',
        'correspondence',
        'failingMessages',
        'forwarding',
        'forms',
        'formTogether',
        'formWays',
        'identity',
        'media',
        'noteCallback',
        'seat',
        'seatAlerts',
        'seatKeys',
        'seatRequests',
      ]}
    >
      <SeatPlaceProvider place={place}>
        <KnownProviderWays value={providerWaysOf(organisation)}>
          <SeatScreen
            initial={view}
            preferences={await readPreferences(actor)}
            rail={await readStaffRail(actor, 'seat')}
            choices={<StaffChoices key="choices" path="/seat" />}
            changeSeatHref="/seat/choose"
          />
        </KnownProviderWays>
      </SeatPlaceProvider>
    </ClientMessages>
  );
}
