import type { EventActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, OrganisationId, TeamId } from '#journey/ids.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/** What an event belongs to. Followers of a stream see its events in order, without gaps. */
export type StreamName =
  | `appointment:${AppointmentId}`
  | `conversation:${ConversationId}`
  | `organisation:${OrganisationId}`
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

export type LoggedEvent = {
  readonly number: number;
  readonly type: string;
  readonly at: number;
  readonly payload: unknown;
};

/** The stream's events after a number, oldest first. */
export async function readEventsAfter(
  scope: OrganisationScope,
  stream: StreamName,
  number: number,
  limit: number,
): Promise<readonly LoggedEvent[]> {
  const rows = await scope.db.event.findMany({
    where: { stream, number: { gt: number } },
    orderBy: { number: 'asc' },
    take: limit,
    select: { number: true, type: true, at: true, payload: true },
  });
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** The number of the stream's last event; 0 when it has none. */
export async function readStreamVersion(scope: OrganisationScope, stream: StreamName): Promise<number> {
  const row = await scope.db.eventStream.findFirst({ where: { name: stream }, select: { version: true } });
  return row?.version ?? 0;
}
