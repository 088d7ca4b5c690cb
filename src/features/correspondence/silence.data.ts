import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ConversationId, TeamId } from '#journey/ids.ts';

export type ClosedThread = { readonly id: ConversationId; readonly teamId: TeamId };

/**
 * Closes open conversations in which nothing was written since then, a few at a time; those that another transaction holds are left to it.
 * @param at when they are closed
 */
export async function endSilentThreads(
  { db, organisationId }: OrganisationScope,
  { since, at, most }: { readonly since: Date; readonly at: Date; readonly most: number },
): Promise<readonly ClosedThread[]> {
  const held = await db.$queryRaw<{ id: ConversationId }[]>`
    select id from "Conversation" c
    where "organisationId" = ${organisationId}::uuid and means is not null and state <> 'ended' and "startedAt" <= ${since}
      and not exists (select from "TextLine" l where l."organisationId" = c."organisationId" and l."conversationId" = c.id
        and l.at > ${since})
    order by "startedAt" limit ${most}::int for update skip locked`;
  // Asked again of those that nobody else can write in now: a line may have come in between.
  return db.$queryRaw<ClosedThread[]>`
    update "Conversation" c set state = 'ended', "endedAt" = ${at}
    where "organisationId" = ${organisationId}::uuid and id = any(${held.map(({ id }) => id)}::uuid[])
      and not exists (select from "TextLine" l where l."organisationId" = c."organisationId" and l."conversationId" = c.id
        and l.at > ${since})
    returning id, "teamId"`;
}
