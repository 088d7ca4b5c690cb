import { withOrganisation } from '#db/organisation-scope.ts';
import { type CounterLocation, listCounterLocations } from '#features/catalogue/locations.data.ts';
import type { ChangeableAppointment } from '#features/changes/changeable.data.ts';
import { channelsOf } from '#features/changes/channels-of.ts';
import type { AppointmentWish, BookableChannel } from '#journey/appointment-wish.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { type Query, readQuery } from '../../read-query.ts';

/** What somebody wants instead of the appointment as it is, checked. */
export type WishedChange = {
  readonly wish: AppointmentWish;
  /** Another channel than now; undefined when that stays. */
  readonly channel: BookableChannel | undefined;
  /** Of the counter: the building that was chosen; null is any. */
  readonly location: CounterLocation | null;
  /** As it goes along in addresses and forms. */
  readonly fields: readonly (readonly [string, string])[];
};

/** The change of an address. What does not fit the appointment is left out: it stays as it is. */
export async function readWishedChange(
  appointment: ChangeableAppointment,
  query: Query,
): Promise<WishedChange> {
  const { way, ...asked } = readQuery(query, ['channel', 'location', 'way']);
  // One choice of a form says both: "counter:<building>".
  const [askedChannel, askedLocation] = way?.split(':') ?? [asked.channel, asked.location];
  const channel = channelsOf(appointment).find((one) => one === askedChannel && one !== appointment.channel);
  const locations = channel === 'counter' ? await listLocations(appointment) : [];
  const location = locations.find(({ id }) => id === askedLocation) ?? null;
  const locationId = channel === 'counter' ? (location?.id ?? null) : undefined;
  return {
    wish: wishInstead(appointment, { channel, locationId, audience: 'citizen' }),
    channel,
    location,
    fields: [
      ...(channel === undefined ? [] : [['channel', channel] as const]),
      ...(location === null ? [] : [['location', location.id] as const]),
    ],
  };
}

/** The buildings where the appointment's team receives people. */
export async function listLocations({ teamId }: ChangeableAppointment): Promise<readonly CounterLocation[]> {
  const { id } = await currentOrganisation();
  return withOrganisation(id, (scope) => listCounterLocations(scope, teamId));
}
