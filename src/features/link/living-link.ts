import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LinkToken } from '#journey/ids.ts';
import { keptUntil } from '#journey/retention.ts';
import { type LinkStage, linkStageAt } from '#journey/stages.ts';
import { hashToken } from '#shared/secrets.ts';
import { findLinkedAppointment, type LinkedAppointment } from './link.data.ts';

/** An appointment whose link still opens something, and what. */
export type LivingLink = LinkedAppointment & { readonly stage: LinkStage };

/**
 * The appointment behind a link; null for every miss, and once nothing of it is kept any more: the link dies with the last
 * that it opens. Whatever stands in the address is hashed and looked for, so that an answer's time does not tell a wrong form
 * from a wrong secret.
 * @param now epoch milliseconds
 */
export async function findLivingLink(
  scope: OrganisationScope,
  token: string,
  now: number,
): Promise<LivingLink | null> {
  const appointment = await findLinkedAppointment(scope, hashToken(token as LinkToken));
  if (appointment === null || now >= keptUntil(appointment)) return null;
  return { ...appointment, stage: linkStageAt(appointment, appointment.conversationState, now) };
}

/** Stages after which nobody waits or talks any more, so that nobody new comes in. */
export function isOver(stage: LinkStage): stage is 'ended' | 'missed' | 'past' | 'cancelled' {
  return stage === 'ended' || stage === 'missed' || stage === 'past' || stage === 'cancelled';
}
