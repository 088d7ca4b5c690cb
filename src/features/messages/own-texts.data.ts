import type { OrganisationScope } from '#db/organisation-scope.ts';
import { type OwnTexts, ownTextKey } from './own-texts.ts';

/** All that the municipality says in words of its own: a few rows, read once for a whole batch of messages. */
export async function findOwnTexts({ db }: OrganisationScope): Promise<OwnTexts> {
  const rows = await db.messageText.findMany({
    select: { kind: true, channel: true, language: true, part: true, text: true },
  });
  return new Map(
    rows.map(({ kind, channel, language, part, text }) => [ownTextKey(kind, channel, language, part), text]),
  );
}
