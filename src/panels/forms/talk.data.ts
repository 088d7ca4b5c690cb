import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { RequestId, StaffMemberId } from '#journey/ids.ts';

/** The conversation in which somebody is asked a form, while it runs. */
export type FormTalk = { readonly clerkId: StaffMemberId; readonly clerkName: string };

/** In whose conversation a form is open; null while nobody talks. */
export async function findFormTalk({ db }: OrganisationScope, id: RequestId): Promise<FormTalk | null> {
  const row = await db.request.findFirst({
    where: { id, kind: 'form' },
    select: {
      appointment: {
        select: {
          conversation: { select: { state: true, clerk: { select: { id: true, name: true } } } },
        },
      },
    },
  });
  const conversation = row?.appointment.conversation;
  const clerk = conversation?.state === 'admitted' ? conversation.clerk : null;
  return clerk ? { clerkId: clerk.id as StaffMemberId, clerkName: clerk.name } : null;
}
