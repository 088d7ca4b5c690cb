import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Selection } from './selection.ts';
import type { WalkIn } from './walk-ins.ts';

/** Who came without appointment in a period, by the organisation's calendar, as far as it is still kept. Nobody's name, and no clerk. */
export async function listWalkIns(
  { db, organisationId }: OrganisationScope,
  { from, until }: Pick<Selection, 'from' | 'until'>,
): Promise<readonly WalkIn[]> {
  return db.$queryRaw<WalkIn[]>`
    select l."serviceId",
      floor(extract(epoch from admitted.at - a."createdAt") / 60)::int as "waitedMinutes",
      admitted.at is null and a.state in ('cancelled', 'missed') as left
    from "Appointment" a
    join "Organisation" o on o.id = a."organisationId"
    join "AppointmentService" l on l."organisationId" = a."organisationId" and l."appointmentId" = a.id and l.position = 1
    -- Who was sent back is let in twice, and waited for their turn once.
    left join lateral (select min(e.at) as at from "Event" e
      where e."organisationId" = a."organisationId" and e.stream = 'appointment:' || a.id
        and e.type = 'conversation.admitted') admitted on true
    where a."organisationId" = ${organisationId}::uuid and a.kind = 'walkIn' and a.channel <> 'phone'
      and (a."createdAt" at time zone o."timeZone")::date between ${from}::date and ${until}::date`;
}
