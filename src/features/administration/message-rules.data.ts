import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { MessagePolicy } from '#journey/message-policy.ts';

/** Puts these rules in the place of those that were there. */
export async function replaceMessagePolicy(
  { db, organisationId }: OrganisationScope,
  { reminders, ...rules }: MessagePolicy,
): Promise<void> {
  await db.messagePolicy.upsert({
    where: { organisationId },
    create: { organisationId, ...rules },
    update: rules,
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
