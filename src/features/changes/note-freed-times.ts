import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import { findChangeable } from './changeable.data.ts';
import { readLine } from './earlier-times.data.ts';
import { insertFreedTime } from './freed-times.data.ts';

type Part = readonly Interval[];
type Question = {
  readonly timeZone: string;
  readonly now: EpochMilliseconds;
};

type Tools = Question & {
  /** Every free time of a wish, by day; null when a service of it is no more. */
  readonly readOfferedDays: (
    scope: OrganisationScope,
    question: Question & { readonly wish: AppointmentWish },
  ) => Promise<
    readonly { readonly morning: Part; readonly afternoon: Part; readonly evening: Part }[] | null
  >;
};

/** A stretch of a seat's time. */
export type SeatStretch = Interval & { readonly seatId: SeatId; readonly teamId: TeamId };

/**
 * Frees a stretch of a seat, and remembers each time in it that whoever is in line can have by that and could not before: those are
 * offered as a cancelled one is. What was free at another seat already, anybody could have chosen.
 * @param free does it, in the same transaction @returns what `free` says; when it says no, nothing is remembered
 */
export async function noteFreedTimes(
  scope: OrganisationScope,
  tools: Tools,
  stretch: SeatStretch,
  free: () => Promise<boolean>,
): Promise<boolean> {
  const wishes = await listWishes(scope, stretch, tools.now);
  const before = await readStarts(scope, tools, stretch, wishes);
  if (!(await free())) return false;
  const after = await readStarts(scope, tools, stretch, wishes);
  const freed = new Set(
    wishes.flatMap((_, at) => [...(after[at] ?? [])].filter((start) => before[at]?.has(start) === false)),
  );
  for (const startAt of freed) await insertFreedTime(scope, { ...stretch, startAt }, tools.now);
  return true;
}

/** What everybody in line wishes whose appointment is later than the stretch begins. */
async function listWishes(
  scope: OrganisationScope,
  { teamId, startAt }: SeatStretch,
  now: EpochMilliseconds,
): Promise<readonly AppointmentWish[]> {
  const wishes: AppointmentWish[] = [];
  // One after another: a transaction has one connection.
  for (const person of await readLine(scope, teamId, now)) {
    const appointment = person.startAt > startAt ? await findChangeable(scope, person.appointmentId) : null;
    if (appointment !== null) wishes.push(wishInstead(appointment, { audience: 'citizen' }));
  }
  return wishes;
}

/** The free starts inside a stretch, of each wish. */
async function readStarts(
  scope: OrganisationScope,
  { readOfferedDays, timeZone, now }: Tools,
  { startAt, endAt }: SeatStretch,
  wishes: readonly AppointmentWish[],
): Promise<readonly ReadonlySet<EpochMilliseconds>[]> {
  const starts: ReadonlySet<EpochMilliseconds>[] = [];
  for (const wish of wishes) {
    const days = (await readOfferedDays(scope, { wish, timeZone, now })) ?? [];
    const times = days.flatMap(({ morning, afternoon, evening }) => [...morning, ...afternoon, ...evening]);
    const inside = times.filter((time) => time.startAt >= startAt && time.startAt < endAt);
    starts.push(new Set(inside.map((time) => time.startAt)));
  }
  return starts;
}
