import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { MessagePolicy } from '#journey/message-policy.ts';
import { type EpochMilliseconds, toDate } from '#journey/time.ts';

/** Puts these rules in the place of those that were there. The reminders of appointments that are to come wait for being planned anew. */
export async function replaceMessagePolicy(
  { db, organisationId }: OrganisationScope,
  { reminders, ...rules }: MessagePolicy,
  now: EpochMilliseconds,
): Promise<void> {
  const data = { ...rules, remindersChangedAt: toDate(now), replannedThroughId: null };
  await db.messagePolicy.upsert({
    where: { organisationId },
    create: { organisationId, ...data },
    update: data,
  });
  await db.reminderMoment.deleteMany({});
  await db.reminderMoment.createMany({
    data: reminders.map(({ channels, ...moment }) => ({
      organisationId,
      ...moment,
      channels: [...channels],
    })),
  });
}
