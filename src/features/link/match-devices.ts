import { randomInt } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentId, VisitId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import {
  countMatches,
  findOpenMatch,
  insertMatch,
  moveProof,
  provedThere,
  settleMatch,
} from './device-match.data.ts';

/** So long both devices show it. */
const matchMinutes = 5;
/** Whoever tries more often than this proves again who they are. */
const mostMatches = 3;
const offeredNumbers = 3;

type GoingOn = {
  readonly appointmentId: AppointmentId;
  /** On which the citizen was. */
  readonly from: VisitId;
  /** On which they go on. */
  readonly to: VisitId;
  readonly now: number;
};

/**
 * The citizen goes on on another device. What they proved there does not come along by itself, since whoever holds the link could be there: the
 * new device shows a number, and who holds the old one chooses it.
 */
export async function offerMatch(
  scope: OrganisationScope,
  { appointmentId, from, to, now }: GoingOn,
): Promise<void> {
  if (!(await provedThere(scope, from)) || (await countMatches(scope, appointmentId)) >= mostMatches) return;
  const offered = drawNumbers();
  await insertMatch(scope, {
    fromVisitId: from,
    toVisitId: to,
    number: offered[randomInt(offeredNumbers)] as number,
    offered,
    createdAt: new Date(now),
    expiresAt: new Date(now + matchMinutes * 60_000),
  });
}

/** Three numbers of two digits, each another. */
function drawNumbers(): number[] {
  const drawn = new Set<number>();
  while (drawn.size < offeredNumbers) drawn.add(randomInt(10, 100));
  return [...drawn];
}

/** The same browser takes the appointment back: what was proved in it counts again. */
export const takeProofBack = moveProof;

/** What stands on a device that yielded: the numbers to choose from; null when nothing is asked there. */
export async function readMatch(
  { clock }: { readonly clock: Clock },
  { organisationId, visitId }: VisitActor,
): Promise<readonly number[] | null> {
  const match = await withOrganisation(organisationId, (scope) =>
    findOpenMatch(scope, visitId, new Date(clock.now())),
  );
  return match?.offered ?? null;
}

export type MatchFailure = {
  readonly code: /** Nothing is asked here (any more). */
    | 'over'
    /** Another number: what was proved does not come along. */
    | 'wrong';
};

/** Who holds the old device says which number stands on the new one. One answer, right or wrong. */
export function answerMatch(
  clock: Clock,
  { organisationId, visitId }: VisitActor,
  chosen: number,
): Promise<Result<null, MatchFailure>> {
  return withOrganisation<Result<null, MatchFailure>>(organisationId, async (scope) => {
    const now = clock.now();
    const match = await findOpenMatch(scope, visitId, new Date(now));
    if (match === null) return fail({ code: 'over' });
    const { appointmentId, teamId, toVisitId } = match;
    const isRight = chosen === match.number;
    if (!(await settleMatch(scope, toVisitId, isRight ? 'matched' : 'failed'))) return fail({ code: 'over' });
    if (isRight) await moveProof(scope, visitId, toVisitId);
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: isRight ? 'visit.matched' : 'visit.notMatched',
      actor: { kind: 'citizen', id: visitId },
      payload: { appointmentId, visitId: toVisitId, fromVisitId: visitId },
      at: now,
    });
    return isRight ? succeed(null) : fail({ code: 'wrong' });
  });
}
