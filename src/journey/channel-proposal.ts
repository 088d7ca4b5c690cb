import type { Channel } from './appointment-wish.ts';
import type { LinkStage } from './stages.ts';

/** A clerk proposes to meet by telephone or at the counter instead of over video. */

export const proposableChannels = ['phone', 'counter'] as const;
export type ProposableChannel = (typeof proposableChannels)[number];

export type ProposalState = 'open' | 'accepted' | 'declined';

/**
 * How a proposal stands; null when it says nothing any more: the conversation began, or the appointment is over or by another channel
 * already.
 */
export function proposalStateOf(
  { channel, isDeclined }: { readonly channel: Channel; readonly isDeclined: boolean },
  appointment: { readonly channel: Channel; readonly stage: LinkStage },
): ProposalState | null {
  const { stage } = appointment;
  if (stage !== 'prepare' && stage !== 'wait') return null;
  if (appointment.channel === channel) return 'accepted';
  if (appointment.channel !== 'video') return null;
  return isDeclined ? 'declined' : 'open';
}
