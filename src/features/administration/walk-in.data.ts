import { Prisma } from '#db/generated/client.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import type { WalkInChannel } from '#journey/walk-in-channels.ts';

/** A team's open counter as the administration keeps it. Minutes are local wall time. */
export type StoredCounter = {
  readonly isOn: boolean;
  readonly channels: readonly WalkInChannel[];
  readonly languages: readonly Language[];
  readonly mostWaiting: number;
  /** What who writes reads before they begin; null without. */
  readonly openingText: LocalizedText | null;
  readonly hours: readonly {
    readonly weekday: number;
    readonly fromMinute: number;
    readonly untilMinute: number;
  }[];
};

/** Null before anybody set it up. */
export async function readCounter({ db }: OrganisationScope, teamId: TeamId): Promise<StoredCounter | null> {
  const row = await db.walkInCounter.findFirst({
    where: { teamId },
    include: { hours: { orderBy: [{ weekday: 'asc' }, { opensAtMinute: 'asc' }] } },
  });
  if (row === null) return null;
  const { isOn, channels, languages, mostWaiting, openingText } = row;
  return {
    isOn,
    channels: channels as WalkInChannel[],
    languages,
    mostWaiting,
    openingText: openingText as LocalizedText | null,
    hours: row.hours.map(({ weekday, opensAtMinute, closesAtMinute }) => ({
      weekday,
      fromMinute: opensAtMinute,
      untilMinute: closesAtMinute,
    })),
  };
}

/** Puts this in the place of what was there. */
export async function replaceCounter(
  { db, organisationId }: OrganisationScope,
  teamId: TeamId,
  { isOn, channels, languages, mostWaiting, openingText, hours }: StoredCounter,
): Promise<void> {
  const data = {
    isOn,
    channels: [...channels],
    languages: [...languages],
    mostWaiting,
    openingText: openingText ?? Prisma.DbNull,
  };
  await db.walkInCounter.upsert({
    where: { organisationId_teamId: { organisationId, teamId } },
    create: { organisationId, teamId, ...data },
    update: data,
  });
  await db.walkInHours.deleteMany({ where: { teamId } });
  await db.walkInHours.createMany({
    data: hours.map(({ weekday, fromMinute, untilMinute }) => ({
      organisationId,
      teamId,
      weekday,
      opensAtMinute: fromMinute,
      closesAtMinute: untilMinute,
    })),
  });
}
