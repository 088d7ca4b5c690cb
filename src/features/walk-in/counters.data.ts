import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, AppointmentReference, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import type { LocalDate, Weekday } from '#journey/local-time.ts';
import { type EpochMilliseconds, toDate } from '#journey/time.ts';
import type { WalkInChannel } from '#journey/walk-in-channels.ts';

/** A team's open counter: its week, the dates on which it is closed, and who is helped there. */
export type WalkInCounter = {
  readonly teamId: TeamId;
  /** Whether people are helped over video, in writing, or both as they like. */
  readonly channels: readonly WalkInChannel[];
  readonly languages: readonly Language[];
  /** As many wait without appointment at most. */
  readonly mostWaiting: number;
  /** What who writes reads before they begin; null without. */
  readonly openingText: LocalizedText | null;
  readonly weekly: readonly {
    readonly weekday: Weekday;
    readonly opensAtMinute: number;
    readonly closesAtMinute: number;
  }[];
  readonly closures: readonly LocalDate[];
};

/** The counters that are on; of one team, when that is asked. */
export async function readCounters(
  { db }: OrganisationScope,
  teamId?: TeamId,
): Promise<readonly WalkInCounter[]> {
  const rows = await db.walkInCounter.findMany({
    where: { isOn: true, ...(teamId && { teamId }) },
    orderBy: { teamId: 'asc' },
    select: {
      teamId: true,
      channels: true,
      languages: true,
      mostWaiting: true,
      openingText: true,
      hours: { select: { weekday: true, opensAtMinute: true, closesAtMinute: true } },
      team: { select: { closures: { select: { date: true } } } },
    },
  });
  const holidays = rows.length === 0 ? [] : await db.holiday.findMany({ select: { date: true } });
  return rows.map(({ hours, team, ...counter }) => ({
    ...counter,
    teamId: counter.teamId as TeamId,
    channels: counter.channels as WalkInChannel[],
    openingText: counter.openingText as LocalizedText | null,
    weekly: hours.map((stretch) => ({ ...stretch, weekday: stretch.weekday as Weekday })),
    closures: [...team.closures, ...holidays].map(({ date }) => date.toISOString().slice(0, 10) as LocalDate),
  }));
}

/** What conversations about a service took lately. */
export async function readMeasured({ db }: OrganisationScope, id: ServiceId): Promise<readonly number[]> {
  const service = await db.service.findFirst({ where: { id }, select: { measuredPercents: true } });
  return service?.measuredPercents ?? [];
}

/** Who joined with this very form before. */
export async function findWalkIn(
  { db }: OrganisationScope,
  submissionKey: string,
): Promise<{ readonly id: AppointmentId; readonly reference: AppointmentReference } | null> {
  const row = await db.appointment.findFirst({
    where: { submissionKey, kind: 'walkIn' },
    select: { id: true, reference: true },
  });
  return row && { id: row.id as AppointmentId, reference: row.reference as AppointmentReference };
}

/** An entry as it is written. */
export type NewWalkIn = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly serviceId: ServiceId;
  readonly channel: WalkInChannel;
  readonly submissionKey: string;
  readonly citizenName: string;
  readonly phone: string | null;
  readonly language: Language;
  readonly phraseWords: readonly [string, string];
  readonly linkTokenHash: Uint8Array<ArrayBuffer>;
  /** The turn that was told. */
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
  readonly createdAt: EpochMilliseconds;
};

/** Writes an entry without an agreed time: it holds no seat. */
export async function insertWalkIn(
  { db, organisationId }: OrganisationScope,
  { serviceId, startAt, endAt, createdAt, phraseWords, ...walkIn }: NewWalkIn,
): Promise<void> {
  await db.appointment.create({
    data: {
      ...walkIn,
      organisationId,
      kind: 'walkIn',
      startAt: toDate(startAt),
      endAt: toDate(endAt),
      occupiedFromAt: toDate(startAt),
      occupiedUntilAt: toDate(endAt),
      createdAt: toDate(createdAt),
      phraseWords: [...phraseWords],
    },
    select: { id: true },
  });
  await db.appointmentService.create({
    data: { organisationId, appointmentId: walkIn.id, serviceId, position: 1 },
    select: { serviceId: true },
  });
}
