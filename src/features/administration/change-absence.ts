import { z } from 'zod';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId } from '#journey/ids.ts';
import { momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import {
  type AbsenceReason,
  type AbsentStretch,
  absenceReasons,
  addAbsence,
  findAbsence,
  findTeamOfSeat,
  removeAbsence,
} from './absences.data.ts';
import { parseClock } from './clock-text.ts';
import { id, localDate } from './form-fields.ts';
import type { AdministrationTools, Change } from './make-change.ts';

const clockOr = (minute: number) =>
  z
    .string()
    .optional()
    .transform((written, context) => {
      const read = written === undefined ? minute : parseClock(written);
      if (read !== null) return read;
      context.addIssue({ code: 'custom', message: 'clockWrong' });
      return z.NEVER;
    });

/** When nobody works at a seat. Without times it is the whole days. */
export const absenceForm = z
  .object({
    seat: id<SeatId>(),
    reason: z.enum(absenceReasons),
    fromDate: localDate,
    fromTime: clockOr(0),
    untilDate: localDate,
    untilTime: clockOr(1440),
  })
  .refine(({ fromDate, untilDate }) => fromDate <= untilDate, { error: 'dateOrder', path: ['untilDate'] })
  .refine((form) => form.fromDate !== form.untilDate || form.fromTime < form.untilTime, {
    error: 'clockOrder',
    path: ['untilTime'],
  });

type AbsenceWish = z.output<typeof absenceForm> & { readonly reason: AbsenceReason };

export function changeAbsence(
  { timeZone }: Pick<AdministrationTools, 'timeZone'>,
  wish: AbsenceWish,
): Change {
  const offsets = readZoneOffsets(timeZone, wish.fromDate, wish.untilDate);
  const startAt = momentOfWall(wish.fromDate, wish.fromTime, offsets);
  const endAt = momentOfWall(wish.untilDate, wish.untilTime, offsets);
  return {
    type: 'administration.absenceAdded',
    teamIds: null,
    counted: null,
    within: [{ from: wish.fromDate, until: wish.untilDate }],
    whenConstrained: { code: 'gone' },
    apply: async (scope, now) => {
      if (endAt <= now) return { refusal: { code: 'datePast', field: 'untilDate' } };
      const teamId = await findTeamOfSeat(scope, wish.seat);
      if (teamId === null) return { refusal: { code: 'gone', field: 'seat' } };
      await addAbsence(scope, { seatId: wish.seat, reason: wish.reason, startAt, endAt }, now);
      return { ids: { seat: wish.seat } };
    },
  };
}

export const goneAbsenceForm = z.object({ id: z.uuid() });

/** Frees a stretch of a seat, and remembers what came free by it for who waits for an earlier time. */
export type FreeStretch = (
  scope: OrganisationScope,
  stretch: AbsentStretch,
  now: EpochMilliseconds,
  free: () => Promise<boolean>,
) => Promise<boolean>;

export function takeAbsenceAway(absenceId: string, freeStretch: FreeStretch): Change {
  return {
    type: 'administration.absenceRemoved',
    teamIds: null,
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope, now) => {
      const stretch = await findAbsence(scope, absenceId);
      const isGone =
        stretch === null || !(await freeStretch(scope, stretch, now, () => removeAbsence(scope, absenceId)));
      return isGone ? { refusal: { code: 'gone' } } : { ids: { absence: absenceId } };
    },
  };
}
