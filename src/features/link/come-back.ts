import type { LinkToken } from '#journey/ids.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { isOver } from './living-link.ts';
import type { KnownVisit } from './visit.data.ts';

/** Long enough for a battery that runs out in the waiting room, too short for the next visitor of a shared computer. */
const comeBackMinutes = 120;

/** Whether this device yielded to another one of the citizen so recently that a click takes the appointment back, while there is one. */
export function mayComeBack({ actor, yieldedAt, stageAt }: KnownVisit, now: number): boolean {
  const recently = yieldedAt !== null && now - yieldedAt < comeBackMinutes * 60_000;
  return actor.role === 'citizen' && recently && !isOver(stageAt(now));
}

/** The one link, for a device that may take its appointment back; null for every other one. */
export function linkToComeBack(linkSecret: string, visit: KnownVisit | null, now: number): LinkToken | null {
  if (visit === null || !mayComeBack(visit, now)) return null;
  return deriveLinkToken(linkSecret, visit.actor.appointmentId);
}
