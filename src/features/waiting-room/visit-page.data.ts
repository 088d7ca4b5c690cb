import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { ActsFor } from '#journey/acts-for.ts';
import type { Channel, Need } from '#journey/appointment-wish.ts';
import type { AppointmentReference } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';

/** Something to lay ready, with the reason. */
export type ThingToBring = {
  readonly id: string;
  /** Lucide name. */
  readonly icon: string;
  readonly title: LocalizedText;
  readonly reason: LocalizedText;
};

/** For whom somebody acts. */
export type ActingFor = {
  readonly kind: ActsFor;
  /** Null for a companion. */
  readonly name: string | null;
};

/**
 * What the pages of an appointment tell a browser in which its link was opened: nothing about the person but what they asked for
 * themselves. Times in epoch milliseconds.
 */
export type VisitPage = {
  readonly reference: AppointmentReference;
  readonly startAt: number;
  readonly endAt: number;
  readonly channel: Channel;
  /** Of its messages; null for a companion, who gets none. */
  readonly language: Language | null;
  /** Where the counter is, in one line; null when it is the municipality's own address, or on another channel. */
  readonly counterAddress: string | null;
  /** The last digits of the number that is called; null when there is none. Enough to know it again, too little to learn it. */
  readonly phoneEnding: string | null;
  /** Null for oneself. */
  readonly actingFor: ActingFor | null;
  /** What the citizen said to need; nothing for a companion. */
  readonly needs: readonly Need[];
  /** As `interpreterLanguages` has it; null when no interpreter is needed. */
  readonly interpreterLanguage: string | null;
  /** Whether the municipality cancelled it. */
  readonly cancelledByStaff: boolean;
  readonly phraseWords: readonly [string, string];
  readonly teamName: LocalizedText;
  readonly services: readonly {
    readonly slug: string;
    readonly name: LocalizedText;
    readonly channels: readonly Channel[];
    readonly bring: readonly ThingToBring[];
  }[];
  readonly deviceTest: { readonly verdict: 'good' | 'limited' | 'failed'; readonly testedAt: number } | null;
};

const shownDigits = 2;

const facts = {
  reference: true,
  startAt: true,
  endAt: true,
  channel: true,
  language: true,
  seatId: true,
  phone: true,
  cancelledBy: true,
  phraseWords: true,
  needs: true,
  interpreterLanguage: true,
  principal: { select: { kind: true, name: true } },
  team: { select: { name: true } },
  services: {
    orderBy: { position: 'asc' },
    select: {
      service: {
        select: {
          slug: true,
          name: true,
          channels: true,
          requirements: {
            orderBy: { position: 'asc' },
            select: { id: true, icon: true, title: true, reason: true },
          },
        },
      },
    },
  },
  deviceTests: { orderBy: { testedAt: 'desc' }, take: 1, select: { verdict: true, testedAt: true } },
} as const;

/** @param reader whose pages they are: a companion is told less */
export async function findVisitPage(
  scope: OrganisationScope,
  { appointmentId, role }: Pick<VisitActor, 'appointmentId' | 'role'>,
): Promise<VisitPage> {
  const row = await scope.db.appointment.findFirstOrThrow({ where: { id: appointmentId }, select: facts });
  const [test] = row.deviceTests;
  const isCitizen = role === 'citizen';
  return {
    reference: row.reference as AppointmentReference,
    startAt: row.startAt.getTime(),
    endAt: row.endAt.getTime(),
    channel: row.channel,
    language: isCitizen ? row.language : null,
    counterAddress:
      row.channel === 'counter' && row.seatId !== null ? await findAddress(scope, row.seatId) : null,
    phoneEnding: row.phone?.slice(-shownDigits) ?? null,
    actingFor: row.principal && { kind: row.principal.kind, name: isCitizen ? row.principal.name : null },
    needs: isCitizen ? row.needs : [],
    interpreterLanguage: isCitizen ? row.interpreterLanguage : null,
    cancelledByStaff: row.cancelledBy === 'staff',
    phraseWords: row.phraseWords as [string, string],
    teamName: row.team.name as LocalizedText,
    services: row.services.map(({ service }) => ({
      slug: service.slug,
      name: service.name as LocalizedText,
      channels: service.channels,
      bring: service.requirements.map((thing) => ({
        ...thing,
        title: thing.title as LocalizedText,
        reason: thing.reason as LocalizedText,
      })),
    })),
    deviceTest: test === undefined ? null : { verdict: test.verdict, testedAt: test.testedAt.getTime() },
  };
}

async function findAddress({ db }: OrganisationScope, seatId: string): Promise<string | null> {
  const location = await db.location.findFirst({
    where: { seats: { some: { id: seatId } } },
    select: { streetLine: true, postalCode: true, city: true },
  });
  return location && `${location.streetLine}, ${location.postalCode} ${location.city}`;
}
