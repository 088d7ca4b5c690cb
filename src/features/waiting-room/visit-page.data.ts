import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, AppointmentReference } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

/** Something to lay ready, with the reason. */
export type ThingToBring = {
  readonly id: string;
  /** Lucide name. */
  readonly icon: string;
  readonly title: LocalizedText;
  readonly reason: LocalizedText;
};

/** What the pages of an appointment tell whoever holds its link: nothing about the person. Times in epoch milliseconds. */
export type VisitPage = {
  readonly reference: AppointmentReference;
  readonly startAt: number;
  readonly endAt: number;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly phraseWords: readonly [string, string];
  readonly teamName: LocalizedText;
  readonly services: readonly {
    readonly slug: string;
    readonly name: LocalizedText;
    readonly bring: readonly ThingToBring[];
  }[];
  readonly deviceTest: { readonly verdict: 'good' | 'limited' | 'failed'; readonly testedAt: number } | null;
};

const facts = {
  reference: true,
  startAt: true,
  endAt: true,
  channel: true,
  phraseWords: true,
  team: { select: { name: true } },
  services: {
    orderBy: { position: 'asc' },
    select: {
      service: {
        select: {
          slug: true,
          name: true,
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

export async function findVisitPage(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<VisitPage> {
  const row = await scope.db.appointment.findFirstOrThrow({ where: { id: appointmentId }, select: facts });
  const [test] = row.deviceTests;
  return {
    reference: row.reference as AppointmentReference,
    startAt: row.startAt.getTime(),
    endAt: row.endAt.getTime(),
    channel: row.channel,
    phraseWords: row.phraseWords as [string, string],
    teamName: row.team.name as LocalizedText,
    services: row.services.map(({ service }) => ({
      slug: service.slug,
      name: service.name as LocalizedText,
      bring: service.requirements.map((thing) => ({
        ...thing,
        title: thing.title as LocalizedText,
        reason: thing.reason as LocalizedText,
      })),
    })),
    deviceTest: test === undefined ? null : { verdict: test.verdict, testedAt: test.testedAt.getTime() },
  };
}
