import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, AppointmentReference, TeamId } from '#journey/ids.ts';
import { type LocalDate, periodOfDates } from '#journey/local-time.ts';
import { mayDo } from '#journey/permissions.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { listComingAppointments, readFitRules } from './fit.data.ts';
import { type BookedAppointment, findMisfit, type MisfitReason } from './fit.ts';

/** An appointment that does not fit the rules, and the plainest reason why. */
export type Misfit = { readonly appointment: BookedAppointment; readonly reason: MisfitReason };

type MisfitQuestion = {
  readonly timeZone: string;
  /** Null is every team's. */
  readonly teamIds: readonly TeamId[] | null;
  readonly now: EpochMilliseconds;
  /** The only dates that are looked at; left out, it is all that come. */
  readonly within?: readonly { readonly from: LocalDate; readonly until: LocalDate }[] | undefined;
};

/** The coming appointments that do not fit the rules as the transaction sees them. */
export async function readMisfits(
  scope: OrganisationScope,
  { timeZone, teamIds, now, within }: MisfitQuestion,
): Promise<readonly Misfit[]> {
  const dates = within?.map(({ from, until }) => periodOfDates(from, until, timeZone));
  const booked = await listComingAppointments(scope, { now, teamIds, dates });
  return misfitsAmong(scope, timeZone, booked);
}

async function misfitsAmong(
  scope: OrganisationScope,
  timeZone: string,
  booked: readonly BookedAppointment[],
): Promise<readonly Misfit[]> {
  const rules = await readFitRules(scope, { timeZone, booked });
  return booked.flatMap((appointment) => {
    const reason = findMisfit(appointment, rules);
    return reason === null ? [] : [{ appointment, reason }];
  });
}

/** The place of an appointment in the list: the one after it comes next. */
export type MisfitPlace = {
  readonly startAt: EpochMilliseconds;
  readonly reference: AppointmentReference;
};

export type MisfitPage = {
  readonly misfits: readonly Misfit[];
  /** After which one the next page begins; null when this is the last. */
  readonly next: MisfitPlace | null;
};

export const misfitsPerPage = 25;
/** How many appointments are read at once: most fit, and are not kept. */
const readAtOnce = 500;

type Asked = {
  /** Null is all teams. */
  readonly teamId: TeamId | null;
  /** Null is the first page. */
  readonly after: MisfitPlace | null;
};

/** A page of the appointments that do not fit the rules as they are, soonest first, for an administrator; null for everybody else. */
export async function listMisfits(
  { clock, timeZone }: { readonly clock: Clock; readonly timeZone: string },
  actor: StaffActor,
  { teamId, after }: Asked,
): Promise<MisfitPage | null> {
  if (!mayDo(actor, 'administer')) return null;
  const now = epochMilliseconds(clock.now());
  const teamIds = teamId && [teamId];
  return withOrganisation(actor.organisationId, async (scope) => {
    const misfits: Misfit[] = [];
    let from = after;
    // One more than the page shows tells whether there is a next one.
    while (misfits.length <= misfitsPerPage) {
      const read = await readSome(scope, { timeZone, now, teamIds, after: from });
      misfits.push(...read.misfits);
      from = read.last;
      if (from === null) break;
    }
    const shown = misfits.slice(0, misfitsPerPage);
    const last = shown.at(-1)?.appointment;
    const next = last && { startAt: last.startAt, reference: last.reference };
    return { misfits: shown, next: misfits.length > shown.length ? (next ?? null) : null };
  });
}

/** Which of these appointments do not fit, soonest first, for an administrator; none for everybody else. */
export async function listMisfitsOf(
  { clock, timeZone }: { readonly clock: Clock; readonly timeZone: string },
  actor: StaffActor,
  ids: readonly AppointmentId[],
): Promise<readonly Misfit[]> {
  if (!mayDo(actor, 'administer')) return [];
  const now = epochMilliseconds(clock.now());
  return withOrganisation(actor.organisationId, async (scope) =>
    misfitsAmong(scope, timeZone, await listComingAppointments(scope, { now, teamIds: null, ids })),
  );
}

type Some = {
  readonly timeZone: string;
  readonly now: EpochMilliseconds;
  readonly teamIds: readonly TeamId[] | null;
  readonly after: MisfitPlace | null;
};

/** The misfits among the next appointments; `last` is null when there are no more. */
async function readSome(scope: OrganisationScope, { timeZone, ...asked }: Some) {
  const booked = await listComingAppointments(scope, { ...asked, most: readAtOnce });
  const last = booked.length < readAtOnce ? null : (booked.at(-1) ?? null);
  return { misfits: await misfitsAmong(scope, timeZone, booked), last };
}

/** How often a count reads on: it stands on every page of the administration. */
const mostCounted = 4;

export type MisfitCount = {
  readonly count: number;
  /** There are appointments that were not looked at any more. */
  readonly isOpen: boolean;
};

/** How many of the next two thousand appointments do not fit, for an administrator; null for everybody else. */
export async function countMisfits(
  { clock, timeZone }: { readonly clock: Clock; readonly timeZone: string },
  actor: StaffActor,
): Promise<MisfitCount | null> {
  if (!mayDo(actor, 'administer')) return null;
  const now = epochMilliseconds(clock.now());
  return withOrganisation(actor.organisationId, async (scope) => {
    let count = 0;
    let after: MisfitPlace | null = null;
    for (let times = 0; times < mostCounted; times += 1) {
      const read = await readSome(scope, { timeZone, now, teamIds: null, after });
      count += read.misfits.length;
      after = read.last;
      if (after === null) break;
    }
    return { count, isOpen: after !== null };
  });
}

/** Writes a place for an address. */
export function writePlace({ startAt, reference }: MisfitPlace): string {
  return `${startAt}.${reference}`;
}

/** Reads a place out of an address; null for what is none: then it is the first page. */
export function parsePlace(text: string | undefined): MisfitPlace | null {
  const match = /^(\d{1,15})\.([A-Z0-9-]{1,20})$/.exec(text ?? '');
  if (match === null) return null;
  return {
    startAt: epochMilliseconds(Number(match[1])),
    reference: match[2] as AppointmentReference,
  };
}
