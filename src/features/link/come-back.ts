import type { LinkToken } from '#journey/ids.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import type { KnownVisit } from './visit.data.ts';

/** Long enough for a battery that runs out in the waiting room, too short for the next visitor of a shared computer. */
const comeBackMinutes = 120;

/** Whether this device yielded to another one of the citizen so recently that a click takes the appointment back. */
export function mayComeBack({ actor, yieldedAt }: KnownVisit, now: number): boolean {
  return actor.role === 'citizen' && yieldedAt !== null && now - yieldedAt < comeBackMinutes * 60_000;
}

/** The one link, for a device that may take its appointment back; null for every other one. */
export function linkToComeBack(linkSecret: string, visit: KnownVisit | null, now: number): LinkToken | null {
  if (visit === null || !mayComeBack(visit, now)) return null;
  return deriveLinkToken(linkSecret, visit.actor.appointmentId);
}
