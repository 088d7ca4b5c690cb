import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';

/** What is known already of whom one books for. Texts as they are typed; empty when not known. */
export type Begun = {
  readonly serviceSlugs: string[];
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly language: Language;
};

/** With what the screen begins for the citizen of the clerk's own conversation; null for every other conversation. */
export function findBegun(actor: StaffActor, id: ConversationId): Promise<Begun | null> {
  return withOrganisation(actor.organisationId, async ({ db }) => {
    const row = await db.conversation.findFirst({
      where: { id, clerkId: actor.staffMemberId, state: { in: ['admitted', 'ended'] } },
      select: {
        appointment: {
          select: {
            citizenName: true,
            email: true,
            phone: true,
            language: true,
            services: {
              where: { service: { isPublished: true } },
              orderBy: { position: 'asc' },
              select: { service: { select: { slug: true } } },
            },
          },
        },
      },
    });
    if (!row?.appointment) return null;
    const { citizenName, email, phone, language, services } = row.appointment;
    return {
      serviceSlugs: services.map(({ service }) => service.slug),
      name: citizenName,
      email: email ?? '',
      phone: phone === null ? '' : formatPhoneLocally(phone),
      language,
    };
  });
}
