import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ActsFor } from '#journey/acts-for.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { AppointmentId, AppointmentReference, LocationId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';

/** A building where people can come to the counter. */
export type OfferedLocation = {
  readonly id: LocationId;
  readonly name: LocalizedText;
  readonly address: string;
};

type LocationRow = {
  readonly id: string;
  readonly name: unknown;
  readonly streetLine: string;
  readonly postalCode: string;
  readonly city: string;
};

const locationFields = { id: true, name: true, streetLine: true, postalCode: true, city: true } as const;

/** The buildings of the organisation, in its own order. */
export async function listLocations(scope: OrganisationScope): Promise<readonly OfferedLocation[]> {
  const rows = await scope.db.location.findMany({ orderBy: { position: 'asc' }, select: locationFields });
  return rows.map(toLocation);
}

function toLocation({ id, name, streetLine, postalCode, city }: LocationRow): OfferedLocation {
  return {
    id: id as LocationId,
    name: name as LocalizedText,
    address: `${streetLine}, ${postalCode} ${city}`,
  };
}

/** What was booked, as it is read back to the citizen or printed. Times are epoch milliseconds. */
export type BookedAppointment = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly bookedById: StaffMemberId | null;
  readonly startAt: number;
  readonly endAt: number;
  readonly channel: Channel;
  readonly language: Language;
  readonly citizenName: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly hasSheet: boolean;
  readonly isCancelled: boolean;
  readonly phraseWords: readonly string[];
  /** For whom the citizen acts; null for oneself. */
  readonly actsFor: ActsFor | null;
  /** Of speech or of signs. */
  readonly needsInterpreter: boolean;
  readonly services: readonly {
    readonly name: LocalizedText;
    /** What to bring, and why. */
    readonly requirements: readonly { readonly title: LocalizedText; readonly reason: LocalizedText }[];
  }[];
  /** Where the citizen comes to; null unless it is at the counter. */
  readonly location: OfferedLocation | null;
};

const bookedFields = {
  id: true,
  reference: true,
  teamId: true,
  bookedById: true,
  startAt: true,
  endAt: true,
  channel: true,
  language: true,
  citizenName: true,
  email: true,
  phone: true,
  sheetCodeHash: true,
  state: true,
  phraseWords: true,
  needs: true,
  principal: { select: { kind: true } },
  seat: { select: { location: { select: locationFields } } },
  services: {
    orderBy: { position: 'asc' },
    select: {
      service: {
        select: {
          name: true,
          requirements: { orderBy: { position: 'asc' }, select: { title: true, reason: true } },
        },
      },
    },
  },
} as const;

/** An appointment by its public name, whoever booked it; null when there is none. */
export async function findBookedAppointment(
  scope: OrganisationScope,
  reference: string,
): Promise<BookedAppointment | null> {
  const row = await scope.db.appointment.findFirst({ where: { reference }, select: bookedFields });
  if (row === null) return null;
  const { sheetCodeHash, state, seat, services, needs, principal, ...rest } = row;
  return {
    ...rest,
    id: row.id as AppointmentId,
    reference: row.reference as AppointmentReference,
    teamId: row.teamId as TeamId,
    bookedById: row.bookedById as StaffMemberId | null,
    startAt: row.startAt.getTime(),
    endAt: row.endAt.getTime(),
    hasSheet: sheetCodeHash !== null,
    isCancelled: state === 'cancelled',
    actsFor: principal?.kind ?? null,
    needsInterpreter: needs.includes('interpreter') || needs.includes('signLanguage'),
    services: services.map(({ service }) => ({
      name: service.name as LocalizedText,
      requirements: service.requirements.map(({ title, reason }) => ({
        title: title as LocalizedText,
        reason: reason as LocalizedText,
      })),
    })),
    location: row.channel === 'counter' && seat?.location ? toLocation(seat.location) : null,
  };
}
