import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { MessageId } from '#journey/ids.ts';

/** Whether this press sent its message before. */
export async function isSentAlready({ db }: OrganisationScope, press: MessageId): Promise<boolean> {
  return (await db.message.count({ where: { id: press } })) > 0;
}
