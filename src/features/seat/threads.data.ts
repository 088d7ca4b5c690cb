import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { SeatThread } from '#journey/live-views.ts';
import type { ContactMeans } from '#journey/text-lines.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';

/** More than this nobody answers in a day. */
const mostThreads = 50;
const excerptLength = 120;

type Row = {
  readonly id: string;
  readonly means: ContactMeans;
  readonly contactAddress: string;
  readonly isStopped: boolean;
  readonly clerkId: string | null;
  readonly clerkName: string | null;
  readonly appointmentId: string | null;
  readonly citizenName: string | null;
  readonly lastText: string;
  readonly lastAt: Date;
  readonly isUnanswered: boolean;
  readonly version: number | null;
};

/** Open conversations of a team with people who wrote: those to be answered first, the oldest of them first. */
export async function readThreads(
  { db, organisationId }: OrganisationScope,
  teamId: TeamId,
): Promise<readonly SeatThread[]> {
  const rows = await db.$queryRaw<Row[]>`
    select c.id, c.means::text as means, c."contactAddress",
      exists (select from "TextStop" t where t."organisationId" = c."organisationId" and t.phone = c."contactAddress"
        and c.means = 'sms') as "isStopped",
      c."clerkId", m.name as "clerkName", a.id as "appointmentId", a."citizenName",
      left(heard.text, ${excerptLength}::int) as "lastText", heard.at as "lastAt", s.version,
      not exists (select 1 from "TextLine" l where l."organisationId" = c."organisationId" and l."conversationId" = c.id
        and l.author = 'clerk' and l.number > heard.number) as "isUnanswered"
    from "Conversation" c
    join lateral (select l.text, l.at, l.number from "TextLine" l
      where l."organisationId" = c."organisationId" and l."conversationId" = c.id and l.author = 'citizen'
      order by l.number desc limit 1) heard on true
    left join "StaffMember" m on m."organisationId" = c."organisationId" and m.id = c."clerkId"
    left join "Appointment" a on a."organisationId" = c."organisationId" and a.id = c."aboutAppointmentId"
    left join "EventStream" s on s."organisationId" = c."organisationId" and s.name = 'conversation:' || c.id
    where c."organisationId" = ${organisationId}::uuid and c."teamId" = ${teamId}::uuid and c.means is not null
      and c.state <> 'ended'
    order by "isUnanswered" desc, heard.at limit ${mostThreads}::int`;
  return rows.map((row) => ({
    conversationId: row.id as ConversationId,
    means: row.means,
    address: row.means === 'email' ? row.contactAddress : formatPhoneLocally(row.contactAddress),
    about:
      row.appointmentId === null || row.citizenName === null
        ? null
        : { appointmentId: row.appointmentId as AppointmentId, citizenName: row.citizenName },
    clerk:
      row.clerkId === null || row.clerkName === null
        ? null
        : { id: row.clerkId as StaffMemberId, name: row.clerkName },
    lastText: row.lastText,
    lastAt: row.lastAt.getTime(),
    isUnanswered: row.isUnanswered,
    isStopped: row.isStopped,
    version: Number(row.version ?? 0),
  }));
}
