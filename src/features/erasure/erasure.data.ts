import type { OrganisationScope } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  BackOfficeQuestionId,
  CallbackId,
  CompanionLinkId,
  ConversationId,
  DocumentId,
  MessageId,
  RequestId,
} from '#journey/ids.ts';
import { defaultRetentionDays, questionDays } from '#journey/retention.ts';

/**
 * Takes hold of appointments of which nothing may be kept any more (the rule of journey/retention.ts), oldest first; those that
 * another transaction holds are left to it.
 */
export async function takeOutlived(
  { db, organisationId }: OrganisationScope,
  now: Date,
  most: number,
): Promise<readonly AppointmentId[]> {
  const rows = await db.$queryRaw<{ id: AppointmentId }[]>`
    select a.id from "Appointment" a
    where a."organisationId" = ${organisationId}::uuid and a."endAt" <= ${now}
      and a."endAt" + interval '24 hours' * least(
        coalesce(
          (select max(s."retentionDays") from "AppointmentService" o
            join "Service" s on s."organisationId" = o."organisationId" and s.id = o."serviceId"
            where o."organisationId" = a."organisationId" and o."appointmentId" = a.id),
          ${defaultRetentionDays}::int),
        -- Nulls do not count.
        case when a.kind = 'walkIn' and a.channel in ('chat', 'phone') and not exists (
          select from "Request" r where r."organisationId" = a."organisationId" and r."appointmentId" = a.id)
        then ${questionDays}::int end) <= ${now}
    order by a."endAt" limit ${most}::int for update of a skip locked`;
  return rows.map(({ id }) => id);
}

/** What refers to an appointment goes with it. */
export async function deleteAppointments(
  { db }: OrganisationScope,
  ids: readonly AppointmentId[],
): Promise<void> {
  // What somebody wrote has days of its own.
  await db.conversation.updateMany({
    where: { aboutAppointmentId: { in: [...ids] } },
    data: { aboutAppointmentId: null },
  });
  await db.appointment.deleteMany({ where: { id: { in: [...ids] } } });
}

type GoneDocument = { readonly id: DocumentId; readonly appointmentId: AppointmentId };

/** Deletes documents, and their bytes with them, of appointments that ended by then or were cancelled. @returns which they were */
export async function deleteOldDocuments(
  { db, organisationId }: OrganisationScope,
  endedBefore: Date,
  most: number,
): Promise<readonly GoneDocument[]> {
  return db.$queryRaw<GoneDocument[]>`
    delete from "Document" where "organisationId" = ${organisationId}::uuid and id in (
      select d.id from "Document" d
      join "Appointment" a on a."organisationId" = d."organisationId" and a.id = d."appointmentId"
      where d."organisationId" = ${organisationId}::uuid and (a.state = 'cancelled' or a."endAt" <= ${endedBefore})
      order by d.id limit ${most}::int for update of d skip locked)
    returning id, "appointmentId"`;
}

type GoneRequest = { readonly id: RequestId; readonly appointmentId: AppointmentId };

/**
 * Deletes requests, and what came of them, that have been kept as many days after the end of their appointment as they said.
 * @returns which they were
 */
export async function deleteOldRequests(
  { db, organisationId }: OrganisationScope,
  now: Date,
  most: number,
): Promise<readonly GoneRequest[]> {
  return db.$queryRaw<GoneRequest[]>`
    delete from "Request" where "organisationId" = ${organisationId}::uuid and id in (
      select r.id from "Request" r
      join "Appointment" a on a."organisationId" = r."organisationId" and a.id = r."appointmentId"
      where r."organisationId" = ${organisationId}::uuid and a."endAt" <= ${now}::timestamptz - r."keptDays" * interval '24 hours'
      order by r.id limit ${most}::int for update of r skip locked)
    returning id, "appointmentId"`;
}

/** Deletes what was filled in for nothing: what was asked was declined, taken back or over, or the appointment was cancelled. @returns of which requests it was */
export async function deleteVainFillings(
  { db, organisationId }: OrganisationScope,
  most: number,
): Promise<readonly GoneRequest[]> {
  return db.$queryRaw<GoneRequest[]>`
    with gone as (
      delete from "FormFilling" where "organisationId" = ${organisationId}::uuid and "requestId" in (
        select f."requestId" from "FormFilling" f
        join "Request" r on r."organisationId" = f."organisationId" and r.id = f."requestId"
        join "Appointment" a on a."organisationId" = r."organisationId" and a.id = r."appointmentId"
        where f."organisationId" = ${organisationId}::uuid
          and (a.state = 'cancelled' or r.state in ('declined', 'expired', 'withdrawn'))
        order by f."requestId" limit ${most}::int for update of f skip locked)
      returning "requestId")
    select r.id, r."appointmentId" from gone
    join "Request" r on r."organisationId" = ${organisationId}::uuid and r.id = gone."requestId"`;
}

/** Deletes wishes for no text messages that were said by then. @returns one sign for each: nothing of them may stay */
export async function deleteOldStops(
  { db, organisationId }: OrganisationScope,
  saidBefore: Date,
  most: number,
): Promise<readonly 'stop'[]> {
  const count = await db.$executeRaw`
    delete from "TextStop" where "organisationId" = ${organisationId}::uuid and phone in (
      select phone from "TextStop" where "organisationId" = ${organisationId}::uuid and "stoppedAt" <= ${saidBefore}
      order by "stoppedAt" limit ${most}::int for update skip locked)`;
  return Array(count).fill('stop');
}

type ForgottenRecipient = { readonly id: CompanionLinkId; readonly appointmentId: AppointmentId };

/**
 * Forgets where links of third persons were sent that open nothing any more: of an appointment that is over, in whatever way.
 * @param closedBefore of which the waiting room closed by itself: those that ended by then
 */
export async function forgetRecipients(
  { db, organisationId }: OrganisationScope,
  closedBefore: Date,
  most: number,
): Promise<readonly ForgottenRecipient[]> {
  return db.$queryRaw<ForgottenRecipient[]>`
    with forgotten as (
      update "CompanionLink" set email = null, phone = null, language = null
      where "organisationId" = ${organisationId}::uuid and id in (
        select l.id from "CompanionLink" l
        join "Appointment" a on a."organisationId" = l."organisationId" and a.id = l."appointmentId"
        left join "Conversation" c on c."organisationId" = a."organisationId" and c."appointmentId" = a.id
        where l."organisationId" = ${organisationId}::uuid and l.language is not null
          and (l."withdrawnAt" is not null or a.state <> 'booked' or c.state = 'ended'
            or (c.state is distinct from 'admitted' and greatest(a."endAt", c."sentBackAt") <= ${closedBefore}))
          -- Word that it does not take place may be on its way still.
          and not exists (select 1 from "Message" m
            where m."organisationId" = l."organisationId" and m."companionLinkId" = l.id
              and m.state in ('planned', 'sending', 'failedTemporarily'))
        order by l.id limit ${most}::int for update of l skip locked)
      returning id, "appointmentId"),
    unnamed as (
      update "Message" m set "sentTo" = null from forgotten f
      where m."organisationId" = ${organisationId}::uuid and m."companionLinkId" = f.id)
    select id, "appointmentId" from forgotten`;
}

type ForgottenNumber = { readonly id: MessageId; readonly appointmentId: AppointmentId };

/** Forgets numbers that were typed for the link to a request that is settled; not while the message is on its way. */
export async function forgetTypedNumbers(
  { db, organisationId }: OrganisationScope,
  most: number,
): Promise<readonly ForgottenNumber[]> {
  return db.$queryRaw<ForgottenNumber[]>`
    update "Message" set "goesTo" = null, "sentTo" = null
    where "organisationId" = ${organisationId}::uuid and id in (
      select m.id from "Message" m
      join "Request" r on r."organisationId" = m."organisationId" and r.id = m."requestId"
      where m."organisationId" = ${organisationId}::uuid and m."goesTo" is not null
        and m.state not in ('planned', 'sending', 'failedTemporarily')
        and r.state not in ('sent', 'opened', 'inProgress')
      order by m.id limit ${most}::int for update of m skip locked)
    returning id, "appointmentId"`;
}

/** Deletes lines of open conversations that are older than that, oldest first. @returns the conversations that they were of */
export async function deleteOldLines(
  { db, organisationId }: OrganisationScope,
  writtenBefore: Date,
  most: number,
): Promise<readonly ConversationId[]> {
  const rows = await db.$queryRaw<{ id: ConversationId }[]>`
    with gone as (
      delete from "TextLine" where "organisationId" = ${organisationId}::uuid and id in (
        select l.id from "TextLine" l
        join "Conversation" c on c."organisationId" = l."organisationId" and c.id = l."conversationId" and c.state <> 'ended'
        where l."organisationId" = ${organisationId}::uuid and l.at <= ${writtenBefore}
        order by l.at limit ${most}::int for update of l skip locked)
      returning "conversationId")
    select distinct "conversationId" as id from gone`;
  return rows.map(({ id }) => id);
}

/** Deletes conversations with somebody who wrote that were closed by then, oldest first; those that another transaction holds are left to it. */
export async function deleteClosedThreads(
  { db, organisationId }: OrganisationScope,
  closedBefore: Date,
  most: number,
): Promise<readonly ConversationId[]> {
  const rows = await db.$queryRaw<{ id: ConversationId }[]>`
    delete from "Conversation" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "Conversation" where "organisationId" = ${organisationId}::uuid and means is not null
        and state = 'ended' and "endedAt" <= ${closedBefore}
      order by "endedAt" limit ${most}::int for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}

/** Deletes requests to be called that were settled by then, or that nobody settled and whose moment was over by then, oldest first. */
export async function deleteOldCallbacks(
  { db, organisationId }: OrganisationScope,
  { settledBefore, overBefore }: { readonly settledBefore: Date; readonly overBefore: Date },
  most: number,
): Promise<readonly CallbackId[]> {
  const rows = await db.$queryRaw<{ id: CallbackId }[]>`
    delete from "CallbackRequest" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "CallbackRequest" where "organisationId" = ${organisationId}::uuid
        and ("settledAt" <= ${settledBefore} or ("settledAt" is null and "untilAt" <= ${overBefore}))
      order by "createdAt" limit ${most}::int for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}

/** Deletes questions to the back office that were done with by then, or asked so long ago, oldest first. */
export async function deleteOldQuestions(
  { db, organisationId }: OrganisationScope,
  { doneBefore, askedBefore }: { readonly doneBefore: Date; readonly askedBefore: Date },
  most: number,
): Promise<readonly BackOfficeQuestionId[]> {
  const rows = await db.$queryRaw<{ id: BackOfficeQuestionId }[]>`
    delete from "BackOfficeQuestion" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "BackOfficeQuestion" where "organisationId" = ${organisationId}::uuid
        and ("confirmedAt" <= ${doneBefore} or "createdAt" <= ${askedBefore})
      order by "createdAt" limit ${most}::int for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}

/** Deletes stretches in which seats received nobody, that began by then, oldest first. */
export async function deleteOldUnavailability(
  { db, organisationId }: OrganisationScope,
  begunBefore: Date,
  most: number,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    delete from "Unavailability" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "Unavailability" where "organisationId" = ${organisationId}::uuid and "startAt" <= ${begunBefore}
      order by "startAt" limit ${most}::int for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}

/** Deletes complaints that were settled by then, or made by then, oldest first. */
export async function deleteOldComplaints(
  { db, organisationId }: OrganisationScope,
  { settledBefore, madeBefore }: { readonly settledBefore: Date; readonly madeBefore: Date },
  most: number,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    delete from "Complaint" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "Complaint" where "organisationId" = ${organisationId}::uuid
        and ("settledAt" <= ${settledBefore} or "madeAt" <= ${madeBefore})
      order by "madeAt" limit ${most}::int for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}

/** Deletes what was proved before a call that nobody made in time, and for other software that did not fetch it. @returns one sign for each: nothing of them may stay */
export async function deleteOldProofs(
  { db, organisationId }: OrganisationScope,
  now: Date,
  most: number,
): Promise<readonly 'proof'[]> {
  const ordered = await db.$executeRaw`
    delete from "OrderedProof" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "OrderedProof" where "organisationId" = ${organisationId}::uuid and "expiresAt" <= ${now}
      order by "expiresAt" limit ${most}::int for update skip locked)`;
  const count = await db.$executeRaw`
    delete from "CallerProof" where "organisationId" = ${organisationId}::uuid and id in (
      select id from "CallerProof" where "organisationId" = ${organisationId}::uuid and "expiresAt" <= ${now}
      order by "expiresAt" limit ${most}::int for update skip locked)`;
  return Array(count + ordered).fill('proof');
}
