import { randomUUID } from 'node:crypto';
import { isExclusionViolation, isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { holdTeam } from '#db/team-turn.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, OfferId, TeamId } from '#journey/ids.ts';
import { planOfferMessages } from '#journey/message-plan.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import type { ChangeTools, FreePlace, OrganisationPlace } from './change-tools.ts';
import { type ChangeableAppointment, findChangeable } from './changeable.data.ts';
import {
  deletePastWishes,
  insertOffer,
  isOffered,
  listExpiredOffers,
  readLine,
  settleOpenOffer,
} from './earlier-times.data.ts';
import { deleteFreedTime, type FreedTime, listFreedTimes } from './freed-times.data.ts';
import { offerDeadline, orderOfAsking } from './line.ts';

/**
 * Offers the times that came free to who waits for an earlier one: one person at a time, in the order of asking. An offer that nobody
 * answered in time goes to the next one. Doing it often, or in several processes, asks nobody twice.
 * @returns how many people were asked
 */
export async function offerFreedTimes(tools: ChangeTools, organisation: OrganisationPlace): Promise<number> {
  const now = epochMilliseconds(tools.clock.now());
  await withOrganisation(organisation.id, (scope) => deletePastWishes(scope, now));
  for (const expired of await withOrganisation(organisation.id, (scope) => listExpiredOffers(scope, now)))
    await withOrganisation(organisation.id, (scope) => expire(scope, expired, now));
  let asked = 0;
  for (const freed of await withOrganisation(organisation.id, listFreedTimes)) {
    try {
      const isAsked = await withOrganisation(organisation.id, (scope) =>
        offer(scope, tools, organisation.timeZone, freed),
      );
      if (isAsked) asked += 1;
    } catch (error) {
      // Somebody else holds it, or another process asks at this moment: the next round sees what came of it.
      if (!isExclusionViolation(error) && !isUniqueViolation(error)) throw error;
    }
  }
  return asked;
}

type Expired = { readonly appointmentId: AppointmentId; readonly teamId: TeamId };

async function expire(
  scope: OrganisationScope,
  { appointmentId, teamId }: Expired,
  now: EpochMilliseconds,
): Promise<void> {
  // After somebody who accepts in the last moment, not in between.
  await holdTeam(scope, teamId);
  const stillOpen = (await listExpiredOffers(scope, now)).some(
    (each) => each.appointmentId === appointmentId,
  );
  if (!stillOpen || !(await settleOpenOffer(scope, appointmentId, 'expired', now))) return;
  await recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: 'earlierTime.expired',
    actor: systemActor,
    payload: { appointmentId },
    at: now,
  });
}

async function offer(
  scope: OrganisationScope,
  tools: ChangeTools,
  timeZone: string,
  freed: FreedTime,
): Promise<boolean> {
  await holdTeam(scope, freed.teamId);
  const now = epochMilliseconds(tools.clock.now());
  const expiresAt = offerDeadline(freed.startAt, now, timeZone);
  if (expiresAt === null) {
    await deleteFreedTime(scope, freed.id);
    return false;
  }
  if (await isOffered(scope, freed)) return false;
  const found = await findFirst(scope, tools, timeZone, freed, now);
  if (found === 'later') return false;
  if (found === null) {
    await deleteFreedTime(scope, freed.id);
    return false;
  }
  await ask(scope, tools, { ...found, freed, now, expiresAt });
  return true;
}

type Found = { readonly appointment: ChangeableAppointment; readonly place: FreePlace };

/**
 * The first in line whom the time suits; null when it suits nobody, `later` when somebody may want it who thinks about another one
 * now.
 */
async function findFirst(
  scope: OrganisationScope,
  { readServiceTime }: ChangeTools,
  timeZone: string,
  { teamId, startAt }: FreedTime,
  now: EpochMilliseconds,
): Promise<Found | 'later' | null> {
  const line = await readLine(scope, teamId, now);
  for (const { appointmentId } of orderOfAsking(line, startAt)) {
    await holdAppointment(scope, appointmentId);
    const appointment = await findChangeable(scope, appointmentId);
    if (appointment === null || appointment.state !== 'booked') continue;
    const wish = wishInstead(appointment, { audience: 'citizen' });
    const time = await readServiceTime(scope, { wish, timeZone, startAt, now });
    if (time?.answer.kind === 'free') return { appointment, place: time.answer };
  }
  const waits = line.some(
    ({ isBeingAsked, startAt: own, asked }) => isBeingAsked && own > startAt && !asked.includes(startAt),
  );
  return waits ? 'later' : null;
}

type Asking = Found & {
  readonly freed: FreedTime;
  readonly now: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds;
};

async function ask(
  scope: OrganisationScope,
  { jobQueue }: ChangeTools,
  { appointment, place, freed, now, expiresAt }: Asking,
): Promise<void> {
  const { id, teamId, channel } = appointment;
  await insertOffer(scope, {
    id: randomUUID() as OfferId,
    appointmentId: id,
    teamId,
    channel,
    startAt: freed.startAt,
    place,
    createdAt: now,
    expiresAt,
  });
  const messages = planOfferMessages(appointment, now);
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: 'earlierTime.offered',
    actor: systemActor,
    payload: { appointmentId: id, seatId: place.seatId, startAt: freed.startAt },
    at: now,
  });
}
