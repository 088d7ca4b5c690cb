import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffMemberId } from '#journey/ids.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import {
  type OwnTexts,
  ownTextKey,
  storedPart,
  type WordedPart,
  type WordingKey,
  wordedParts,
  wordings,
} from './own-texts.ts';

/** All that the municipality says in words of its own: a few rows, read once for a whole batch of messages. */
export async function findOwnTexts({ db }: OrganisationScope): Promise<OwnTexts> {
  const rows = await db.messageText.findMany({
    select: { kind: true, channel: true, language: true, part: true, text: true },
  });
  return new Map(
    rows.map(({ kind, channel, language, part, text }) => [ownTextKey(kind, channel, language, part), text]),
  );
}

/** Whoever changes words of this municipality now does so alone, until the transaction ends. */
export async function takeTurnAtTexts({ db, organisationId }: OrganisationScope): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`texts ${organisationId}`}, 0))::text`;
}

/** Puts the texts of one wording in the place of those that were there; null is the product's own words. */
export async function replaceOwnTexts(
  { db, organisationId }: OrganisationScope,
  { wording, channel, language }: WordingKey,
  texts: ReadonlyMap<WordedPart, string | null>,
  { by, at }: { readonly by: StaffMemberId; readonly at: EpochMilliseconds },
): Promise<void> {
  const { kind } = wordings[wording];
  const parts = wordedParts[channel].map((part) => storedPart(wording, part));
  await db.messageText.deleteMany({ where: { kind, channel, language, part: { in: parts } } });
  await db.messageText.createMany({
    data: [...texts].flatMap(([part, text]) =>
      text === null
        ? []
        : [
            {
              organisationId,
              kind,
              channel,
              language,
              part: storedPart(wording, part),
              text,
              changedAt: new Date(at),
              changedById: by,
            },
          ],
    ),
  });
}

/** Who last changed the words of a wording, and when; null while they are the product's. */
export async function findLastChange(
  { db }: OrganisationScope,
  { wording, channel, language }: WordingKey,
): Promise<{ readonly by: string | null; readonly at: Date } | null> {
  const row = await db.messageText.findFirst({
    where: {
      kind: wordings[wording].kind,
      channel,
      language,
      part: { in: wordedParts[channel].map((part) => storedPart(wording, part)) },
    },
    orderBy: { changedAt: 'desc' },
    select: { changedAt: true, changedBy: { select: { name: true } } },
  });
  return row && { by: row.changedBy?.name ?? null, at: row.changedAt };
}
