import { defaultMessagePolicy, type MessagePolicy } from '#journey/message-policy.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/** When the municipality sends messages by itself: its own rules, or else the product's. */
export async function readMessagePolicy({ db }: OrganisationScope): Promise<MessagePolicy> {
  const row = await db.messagePolicy.findFirst({
    select: {
      escalateUnreadMinutes: true,
      escalateBounced: true,
      delayNoticeMinutes: true,
      reminders: {
        orderBy: [{ daysBefore: 'desc' }, { minutesBefore: 'desc' }],
        select: { daysBefore: true, minutesBefore: true, channels: true },
      },
    },
  });
  return row ?? defaultMessagePolicy;
}
