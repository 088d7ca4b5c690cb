import type { Client } from 'pg';
import type { OrganisationId } from '#journey/ids.ts';
import {
  createOrganisation,
  createService,
  createTeam,
} from '../../prisma/factories/organisation-factories.ts';

const teams = 25;
const seatsPerTeam = 20;

/** A municipality with so many appointments from tomorrow on, and of each a reminder that is due now. */
export async function fillReminders(client: Client, count: number): Promise<OrganisationId> {
  const { id } = await createOrganisation();
  const { id: teamId } = await createTeam(id);
  await createService(id, teamId);
  await client.query(
    `insert into "Team" ("organisationId", slug, name)
       select $1, 'bench-' || n, '{"nl":"Team","fr":"Team","en":"Team","de":"Team"}' from generate_series(1, ${teams}) n`,
    [id],
  );
  await client.query(
    `insert into "Seat" ("organisationId", "teamId", name, position, channels, languages)
       select "organisationId", id, 'Balie ' || n, n, '{video}', '{nl}' from "Team", generate_series(1, ${seatsPerTeam}) n
       where "organisationId" = $1 and slug like 'bench-%'`,
    [id],
  );
  await client.query(
    `with seat as (select "teamId", id, row_number() over (order by id) - 1 as place from "Seat" where "organisationId" = $1),
       source as (
         select n, seat."teamId", seat.id as "seatId",
           date_trunc('minute', now()) + interval '25 hours' + n / ${teams * seatsPerTeam} * interval '20 min' as "startAt"
         from generate_series(0, $2::int - 1) n join seat on seat.place = n % ${teams * seatsPerTeam}),
       booked as (
         insert into "Appointment" ("organisationId", id, reference, "teamId", "seatId", channel, state, "startAt", "endAt", "occupiedFromAt",
           "occupiedUntilAt", language, "citizenName", email, "phraseWords", "linkTokenHash", "submissionKey", "createdAt")
         select $1, uuidv7(), gen_random_uuid()::text, "teamId", "seatId", 'video', 'booked', "startAt", "startAt" + interval '15 min', "startAt",
           "startAt" + interval '20 min', (enum_range(null::"Language"))[n % 4 + 1], 'Burger ' || n, 'burger+' || n || '@example.org',
           '{klaver,brug}', sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), now() - interval '7 days'
         from source returning id, "startAt"),
       services as (
         insert into "AppointmentService" ("organisationId", "appointmentId", "serviceId", position)
         select $1, booked.id, (select id from "Service" where "organisationId" = $1 limit 1), 0 from booked)
     insert into "Message" ("organisationId", "appointmentId", kind, channel, "plannedAt", "nextAttemptAt", "aboutStartAt")
       select $1, id, 'reminder', 'email', now(), now(), "startAt" from booked`,
    [id, count],
  );
  await client.query('vacuum analyze');
  return id;
}
