import type { EventActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, OrganisationId, RequestId, TeamId } from '#journey/ids.ts';
import { gatherInLook, shareInLook } from './look.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/** What an event belongs to. Followers of a stream see its events in order, without gaps. */
export type StreamName =
  | `appointment:${AppointmentId}`
  | `conversation:${ConversationId}`
  | `organisation:${OrganisationId}`
  | `request:${RequestId}`
  | `team:${TeamId}`;

export type NewEvent = {
  readonly streams: readonly StreamName[];
  /** Past tense, dotted: `appointment.booked`. */
  readonly type: string;
  readonly actor: EventActor;
  /** Ids, codes and counts only: no personal data. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  /** Epoch milliseconds. */
  readonly at: number;
};

/**
 * Writes an event at the end of each of its streams, in the transaction of the change itself.
 * One statement takes each stream's row lock (in the order of names, so that writers do not deadlock), numbers the event and
 * chains its hash: sha256(previous hash, then `number|type|actor|epoch milliseconds|payload`).
 */
export async function recordEvent(scope: OrganisationScope, event: NewEvent): Promise<void> {
  const streams = [...new Set(event.streams)].sort();
  const actorId = event.actor.kind === 'system' ? null : event.actor.id;
  const at = new Date(event.at).toISOString();
  const payload = JSON.stringify(event.payload);
  await scope.db.$executeRaw`
    with said as (
      select convert_to(concat_ws('|', ${event.type}::text, ${event.actor.kind}::text, coalesce(${actorId}::text, ''),
        ${event.at}::bigint, (${payload}::jsonb)::text), 'UTF8') as content),
    heads as (
      insert into "EventStream" as s ("organisationId", name, version, head)
      select ${scope.organisationId}::uuid, name, 1, sha256(convert_to('1|', 'UTF8') || content)
      from unnest(${streams}::text[]) as name, said order by name
      on conflict ("organisationId", name) do update set
        version = s.version + 1,
        head = sha256(s.head || convert_to((s.version + 1) || '|', 'UTF8') || (select content from said))
      returning name, version, head)
    insert into "Event" ("organisationId", stream, number, type, "actorKind", "actorId", at, payload, hash)
    select ${scope.organisationId}::uuid, name, version, ${event.type}, ${event.actor.kind}::"ActorKind", ${actorId}::uuid,
      ${at}::timestamptz, ${payload}::jsonb, head
    from heads`;
  for (const stream of streams) scope.touchedStreams.add(stream);
}

/** Lets the followers of a stream look again once this is written, where what changed is no event. */
export function tellFollowers({ touchedStreams }: OrganisationScope, stream: StreamName): void {
  touchedStreams.add(stream);
}

/**
 * Writes many events, each at the end of its streams, as if one after the other: for work in batches, where a statement for each would
 * be most of the work. The streams' rows are locked in the order of names.
 */
export async function recordEvents(scope: OrganisationScope, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const streams = [...new Set(events.flatMap((event) => event.streams))].sort();
  if ((await lockStreams(scope, streams)) < streams.length) {
    await scope.db.$executeRaw`
      insert into "EventStream" ("organisationId", name, version, head)
      select ${scope.organisationId}::uuid, name, 0, ''::bytea from unnest(${streams}::text[]) as name order by name
      on conflict do nothing`;
    await lockStreams(scope, streams);
  }
  const rows = events.map((event, ordinal) => ({
    ordinal,
    streams: [...new Set(event.streams)],
    type: event.type,
    actor: event.actor.kind,
    actorId: event.actor.kind === 'system' ? null : event.actor.id,
    ms: event.at,
    payload: event.payload,
  }));
  await scope.db.$executeRaw`
    with recursive said as materialized (
      select e.*, convert_to(concat_ws('|', type, actor, coalesce("actorId"::text, ''), ms, payload::text), 'UTF8') as content
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(
        ordinal int, streams jsonb, type text, actor text, "actorId" uuid, ms bigint, payload jsonb)),
    placed as materialized (
      select said.*, stream, row_number() over (partition by stream order by ordinal) as place
      from said, jsonb_array_elements_text(streams) as stream),
    chain as (
      select stream, place, version + 1 as number,
        sha256(head || convert_to((version + 1) || '|', 'UTF8') || content) as head
      from placed join "EventStream" on "organisationId" = ${scope.organisationId}::uuid and name = stream where place = 1
      union all
      select p.stream, p.place, c.number + 1, sha256(c.head || convert_to((c.number + 1) || '|', 'UTF8') || p.content)
      from chain c join placed p on p.stream = c.stream and p.place = c.place + 1),
    heads as (
      update "EventStream" s set version = last.number, head = last.head
      from (select distinct on (stream) stream, number, head from chain order by stream, number desc) as last
      where s."organisationId" = ${scope.organisationId}::uuid and s.name = last.stream)
    insert into "Event" ("organisationId", stream, number, type, "actorKind", "actorId", at, payload, hash)
    select ${scope.organisationId}::uuid, stream, number, type, actor::"ActorKind", "actorId",
      to_timestamp(ms / 1000.0), payload, chain.head
    from chain join placed using (stream, place)`;
  for (const stream of streams) scope.touchedStreams.add(stream);
}

/** @returns how many of them there are */
async function lockStreams(
  { db, organisationId }: OrganisationScope,
  names: readonly string[],
): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from "EventStream" where "organisationId" = ${organisationId}::uuid and name = any(${names}::text[])
    order by name for update`;
  return rows.length;
}

export type LoggedEvent = {
  readonly number: number;
  readonly type: string;
  readonly at: number;
  readonly payload: unknown;
};

/** The stream's events after a number, oldest first. */
export function readEventsAfter(
  scope: OrganisationScope,
  stream: StreamName,
  number: number,
  limit: number,
): Promise<readonly LoggedEvent[]> {
  return shareInLook(scope, `events/${stream}/${number}/${limit}`, async () => {
    const rows = await scope.db.event.findMany({
      where: { stream, number: { gt: number } },
      orderBy: { number: 'asc' },
      take: limit,
      select: { number: true, type: true, at: true, payload: true },
    });
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  });
}

/** The number of the stream's last event; 0 when it has none. */
export async function readStreamVersion(scope: OrganisationScope, stream: StreamName): Promise<number> {
  const version = await gatherInLook(scope, 'streamVersion', stream, async (names) => {
    const where = { name: { in: [...names] } };
    const heads = await scope.db.eventStream.findMany({ where, select: { name: true, version: true } });
    return new Map(heads.map((head) => [head.name, head.version]));
  });
  return version ?? 0;
}
