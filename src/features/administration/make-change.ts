import { createHash } from 'node:crypto';
import {
  isCheckViolation,
  isExclusionViolation,
  isForeignKeyViolation,
  isUniqueViolation,
} from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { LocalDate, Weekday } from '#journey/local-time.ts';
import { mayDo } from '#journey/permissions.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { type Misfit, readMisfits } from './misfits.ts';
import type { ProblemCode } from './problems.ts';

/** Local dates, both included, in which free times are counted. */
export type Period = { readonly from: LocalDate; readonly until: LocalDate };

export type AdministrationTools = {
  readonly clock: Clock;
  /** The organisation's zone. */
  readonly timeZone: string;
  /** How many free times the services of a team have in a period, as the transaction sees the rules. */
  readonly countFreeTimes: (scope: OrganisationScope, teamId: TeamId, period: Period) => Promise<number>;
};

/** Why a change cannot be made. `field` is the one of the form that it is about. */
export type Refusal = {
  readonly code: ProblemCode;
  readonly field?: string;
  /** Where, or what: `9.00 – 12.00`. */
  readonly at?: string;
  /** The same, of what has a name per language. */
  readonly names?: readonly LocalizedText[];
};

export type Change = {
  /** Past tense, dotted: `administration.hoursChanged`. */
  readonly type: string;
  /** Whose appointments it may hit; null is every team's. */
  readonly teamIds: readonly TeamId[] | null;
  /** The only dates on which it can hit any; left out, it is all that come. */
  readonly within?: readonly Period[] | undefined;
  /** Where to count the free times that come or go; null counts none. */
  readonly counted: {
    readonly teamId: TeamId;
    readonly period: Period;
    /** The only weekday that it is about; null is all of them. */
    readonly weekday: Weekday | null;
  } | null;
  /** Does it. Gives the ids for the log, or why not. */
  readonly apply: (
    scope: OrganisationScope,
    now: EpochMilliseconds,
  ) => Promise<{ readonly ids: Readonly<Record<string, string>> } | { readonly refusal: Refusal }>;
  /** What a constraint of the database says when two people changed the same thing at once. */
  readonly whenConstrained: Refusal;
};

export type Effect = {
  /** More or fewer free times than before; null when they were not counted. */
  readonly freeTimes: number | null;
  /** Appointments that fit before and no longer do. They stay booked. */
  readonly hits: readonly Misfit[];
};

export type ChangeOutcome =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nothing was changed: this is what it would do. */
  | { readonly kind: 'shown'; readonly effect: Effect; readonly confirmation: string | null }
  | { readonly kind: 'done'; readonly effect: Effect };

export type ChangeRequest = {
  readonly save: boolean;
  /** What was shown with the effect; saving without it, or after the hits changed, only shows. */
  readonly confirmation: string | null;
};

/** Carries an outcome out of a transaction that must not stay. */
class TakenBack extends Error {
  readonly outcome: ChangeOutcome;
  constructor(outcome: ChangeOutcome) {
    super('taken back');
    this.outcome = outcome;
  }
}

/**
 * Makes a change of what scheduling rests on, or shows what it would do. Both go the same way: the change is made in a transaction,
 * the rules are read before and after, and a change that is only looked at, or that hits appointments nobody has seen yet, is taken
 * back. So what is shown is what happens, and the database's own constraints have judged it too.
 */
export async function makeChange(
  tools: AdministrationTools,
  actor: StaffActor,
  change: Change,
  request: ChangeRequest,
): Promise<ChangeOutcome> {
  if (!mayDo(actor, 'administer')) return { kind: 'forbidden' };
  const now = epochMilliseconds(tools.clock.now());
  try {
    return await withOrganisation(actor.organisationId, async (scope) => {
      const before = await look(scope, tools, change, now);
      const applied = await change.apply(scope, now);
      if ('refusal' in applied) throw new TakenBack({ kind: 'refused', refusal: applied.refusal });
      const effect = compare(before, await look(scope, tools, change, now));
      const confirmation = confirmationOf(effect.hits);
      const isSeen = confirmation === null || confirmation === request.confirmation;
      if (!request.save || !isSeen) throw new TakenBack({ kind: 'shown', effect, confirmation });
      await recordEvent(scope, {
        streams: [
          `organisation:${actor.organisationId}`,
          ...(change.teamIds ?? []).map((id) => `team:${id}` as const),
        ],
        type: change.type,
        actor: eventActorOf(actor),
        payload: { ...applied.ids, hits: effect.hits.length },
        at: now,
      });
      return { kind: 'done', effect };
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    if (isExclusionViolation(error) || isUniqueViolation(error))
      return { kind: 'refused', refusal: change.whenConstrained };
    if (isForeignKeyViolation(error)) return { kind: 'refused', refusal: { code: 'gone' } };
    if (isCheckViolation(error)) return { kind: 'refused', refusal: { code: 'wrong' } };
    throw error;
  }
}

type Look = { readonly free: number | null; readonly misfits: readonly Misfit[] };

async function look(
  scope: OrganisationScope,
  tools: AdministrationTools,
  { teamIds, counted, within }: Change,
  now: EpochMilliseconds,
): Promise<Look> {
  const free = counted && (await tools.countFreeTimes(scope, counted.teamId, counted.period));
  return { free, misfits: await readMisfits(scope, { timeZone: tools.timeZone, teamIds, now, within }) };
}

function compare(before: Look, after: Look): Effect {
  const known = new Set(before.misfits.map(({ appointment }) => appointment.id));
  return {
    freeTimes: before.free === null || after.free === null ? null : after.free - before.free,
    hits: after.misfits.filter(({ appointment }) => !known.has(appointment.id)),
  };
}

/** Stands for exactly these appointments; null when there are none to confirm. */
function confirmationOf(hits: readonly Misfit[]): string | null {
  if (hits.length === 0) return null;
  const ids = hits.map(({ appointment }) => appointment.id).sort();
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22);
}
