import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId, MessageId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { ContactMeans } from '#journey/text-lines.ts';

/** The appointment that a message belongs to, as far as anything says so. */
export type About = {
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly language: Language;
};

const facts = { id: true, teamId: true, language: true } as const;
type Facts = { id: string; teamId: string; language: Language };

/** The appointment of a message that was answered: one about it, or an answer of a clerk to who wrote about it. */
export async function findAnswered(
  { db }: OrganisationScope,
  ids: readonly MessageId[],
): Promise<About | null> {
  if (ids.length === 0) return null;
  const where = { id: { in: [...ids] } };
  // A third person who answers is not the citizen: nothing that they write is of the citizen's conversation.
  const message = await db.message.findFirst({
    where: { ...where, companionLinkId: null },
    select: { appointment: { select: facts } },
  });
  if (message !== null) return toAbout(message.appointment);
  const line = await db.textLine.findFirst({
    where,
    select: { conversation: { select: { about: { select: facts } } } },
  });
  return toAbout(line?.conversation.about ?? null);
}

/** The appointment at which somebody left this address: the next one that is to come, else the last one. */
export async function findByAddress(
  { db }: OrganisationScope,
  means: ContactMeans,
  address: string,
  now: Date,
): Promise<About | null> {
  const who =
    means === 'email' ? { email: { equals: address, mode: 'insensitive' as const } } : { phone: address };
  const next = await db.appointment.findFirst({
    where: { ...who, state: 'booked', endAt: { gt: now } },
    orderBy: { startAt: 'asc' },
    select: facts,
  });
  return toAbout(
    next ?? (await db.appointment.findFirst({ where: who, orderBy: { startAt: 'desc' }, select: facts })),
  );
}

function toAbout(row: Facts | null): About | null {
  if (row === null) return null;
  return { appointmentId: row.id as AppointmentId, teamId: row.teamId as TeamId, language: row.language };
}

/** Who reads what belongs to nobody's appointment: the team that was chosen for it, else the organisation's oldest one. */
export async function findDefaultTeam({ db, organisationId }: OrganisationScope): Promise<TeamId | null> {
  const chosen = await db.organisation.findFirst({
    where: { id: organisationId },
    select: { incomingTeamId: true },
  });
  if (chosen?.incomingTeamId != null) return chosen.incomingTeamId as TeamId;
  const team = await db.team.findFirst({ orderBy: { id: 'asc' }, select: { id: true } });
  return team === null ? null : (team.id as TeamId);
}

export async function isKnownSource({ db }: OrganisationScope, sourceReference: string): Promise<boolean> {
  return (await db.textLine.count({ where: { sourceReference } })) > 0;
}

export type Contact = {
  readonly means: ContactMeans;
  readonly contactAddress: string;
  readonly ownAddress: string;
};

export type OpenThread = {
  readonly id: ConversationId;
  readonly teamId: TeamId;
  readonly isNew: boolean;
};

/** The open conversation with this address, ours until the transaction ends; begun where there is none. */
export async function holdOrOpenThread(
  scope: OrganisationScope,
  contact: Contact,
  beginning: { readonly about: About | null; readonly teamId: TeamId; readonly at: Date },
): Promise<OpenThread> {
  const { db, organisationId } = scope;
  const { means, contactAddress, ownAddress } = contact;
  const { about, teamId, at } = beginning;
  const aboutId = about?.appointmentId ?? null;
  const [begun] = await db.$queryRaw<{ id: ConversationId }[]>`
    insert into "Conversation" ("organisationId", "teamId", channel, "startedAt", "surveyState", means, "contactAddress",
      "ownAddress", "aboutAppointmentId")
    values (${organisationId}::uuid, ${teamId}::uuid, 'chat', ${at}, 'skipped', ${means}::"ContactMeans", ${contactAddress},
      ${ownAddress}, ${aboutId}::uuid)
    on conflict ("organisationId", means, "contactAddress") where state <> 'ended' and means is not null do nothing
    returning id`;
  if (begun !== undefined) return { id: begun.id, teamId, isNew: true };
  const [open] = await db.$queryRaw<{ id: ConversationId; teamId: TeamId }[]>`
    update "Conversation" set "aboutAppointmentId" = coalesce("aboutAppointmentId", ${aboutId}::uuid),
      "ownAddress" = ${ownAddress}
    where "organisationId" = ${organisationId}::uuid and means = ${means}::"ContactMeans"
      and "contactAddress" = ${contactAddress} and state <> 'ended'
    returning id, "teamId"`;
  // It was closed between the two.
  if (open === undefined) return holdOrOpenThread(scope, contact, beginning);
  return { ...open, isNew: false };
}

/** The open conversation with this address, ours until the transaction ends; null where there is none. */
export async function holdOpenThread(
  { db, organisationId }: OrganisationScope,
  { means, contactAddress }: Omit<Contact, 'ownAddress'>,
): Promise<(OpenThread & { readonly language: Language | null }) | null> {
  const [open] = await db.$queryRaw<{ id: ConversationId; teamId: TeamId; language: Language | null }[]>`
    select c.id, c."teamId", a.language::text as language from "Conversation" c
    left join "Appointment" a on a."organisationId" = c."organisationId" and a.id = c."aboutAppointmentId"
    where c."organisationId" = ${organisationId}::uuid and c.means = ${means}::"ContactMeans"
      and c."contactAddress" = ${contactAddress} and c.state <> 'ended'
    for update of c`;
  return open === undefined ? null : { ...open, isNew: false };
}

/** What of this was said in the conversation before. */
export async function readSaidBefore(
  { db }: OrganisationScope,
  conversationId: ConversationId,
): Promise<{ readonly masked: boolean; readonly files: boolean }> {
  const masked = await db.textLine.count({ where: { conversationId, isMasked: true } });
  const files = await db.textLine.count({ where: { conversationId, refusedFiles: { gt: 0 } } });
  return { masked: masked > 0, files: files > 0 };
}
