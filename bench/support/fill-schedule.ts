import type { Client } from 'pg';
import type { OrganisationId, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../prisma/factories/organisation-factories.ts';

/** A team with a busy month ahead, among many others. */
export type MeasuredTeam = {
  readonly organisation: { readonly id: OrganisationId; readonly timeZone: string };
  readonly teamId: TeamId;
  readonly seatIds: readonly SeatId[];
  readonly serviceId: ServiceId;
  readonly slug: string;
};

const timeZone = 'Europe/Brussels';

/** A team that is always open, with seats and one service of a quarter of an hour. */
export async function openTeam(seats: number): Promise<MeasuredTeam> {
  const { id } = await createOrganisation();
  const { id: teamId } = await createTeam(id);
  const seatIds: SeatId[] = [];
  for (let count = 0; count < seats; count += 1) seatIds.push((await createSeat(id, teamId)).id);
  const { id: serviceId, slug } = await createService(id, teamId, { bufferAfterMinutes: 5, horizonDays: 30 });
  return { organisation: { id, timeZone }, teamId, seatIds, serviceId, slug };
}

/** From nine to five on working days, instead of round the clock. */
export async function keepOfficeHours(client: Client, { teamId }: MeasuredTeam): Promise<void> {
  await client.query('delete from "OpeningHours" where "teamId" = $1 and weekday > 5', [teamId]);
  const hours =
    'update "OpeningHours" set "opensAtMinute" = 540, "closesAtMinute" = 1020 where "teamId" = $1';
  await client.query(hours, [teamId]);
}

/** Thirty municipalities with ten teams of ten seats each: 300 teams and 3,000 seats. */
export async function openEverybody(client: Client): Promise<void> {
  await client.query(`
    insert into "Organisation" (id, slug, host, name, "formOfAddress", "timeZone", "defaultLanguage", languages, phone, "streetLine", "postalCode",
        city, "mailFrom", "smsFrom", "counterHours", "privacyContact", theme)
      select uuidv7(), 'bench-' || n, 'bench-' || n || '.localhost', 'Bench ' || n, 'u', '${timeZone}', 'nl', '{nl}', '+3295550120', 'Markt 1', '9999',
        'Bench', 'bench@bench.example', 'Bench', template."counterHours", template."privacyContact", template.theme
      from generate_series(1, 30) n, (select * from "Organisation" limit 1) template`);
  await client.query(`
    insert into "Team" ("organisationId", slug, name) select id, 'team-' || n, '{"nl":"Team","fr":"Team","en":"Team","de":"Team"}'
      from "Organisation", generate_series(1, 10) n where slug like 'bench-%'`);
  await client.query(`
    insert into "Seat" ("organisationId", "teamId", name, position, channels, languages)
      select "organisationId", id, 'Balie ' || n, n, '{video,phone}', '{nl,fr}' from "Team", generate_series(1, 10) n where slug like 'team-_%'
        and "organisationId" in (select id from "Organisation" where slug like 'bench-%')`);
}

/**
 * Every column that a booking fills, for rows of `source("organisationId", "teamId", "seatId", "startAt")`. One in ten is cancelled; of what is
 * over, one in twenty was missed.
 */
const insertFrom = `, stated as (
    select *, (case when random() < 0.1 then 'cancelled' when "startAt" > now() then 'booked' when random() < 0.05 then 'missed' else 'completed' end
      )::"AppointmentState" as state from source)
  insert into "Appointment" ("organisationId", id, reference, "teamId", "seatId", channel, state, "startAt", "endAt", "occupiedFromAt",
    "occupiedUntilAt", language, "citizenName", email, "phraseWords", "linkTokenHash", "submissionKey", "createdAt", "cancelledAt", "missedAt")
  select "organisationId", uuidv7(), gen_random_uuid()::text, "teamId", "seatId", 'video', state, "startAt", "startAt" + interval '15 min', "startAt",
    "startAt" + interval '20 min', 'nl', 'Sofie Van Daele', 'sofie@example.org', '{klaver,brug}', sha256(gen_random_uuid()::text::bytea),
    gen_random_uuid(), "startAt" - interval '7 days', case state when 'cancelled' then "startAt" - interval '1 day' end,
    case state when 'missed' then "startAt" + interval '1 day' end from stated`;

/** Two thirds of a team's time is taken, sixteen appointments a day at every seat: on the dates so many days before now to so many after. */
export async function fillDays(
  client: Client,
  { teamId }: MeasuredTeam,
  { from, until, now }: { readonly from: number; readonly until: number; readonly now: Date },
): Promise<void> {
  await client.query(
    `with source as (
       select seat."organisationId", seat."teamId", seat.id as "seatId",
         (($2::timestamptz at time zone '${timeZone}')::date + day + time '09:00' + slot * interval '20 min') at time zone '${timeZone}' as "startAt"
       from "Seat" seat, generate_series($3::int, $4::int) day, generate_series(0, 23) slot
       where seat."teamId" = $1 and (slot + seat.position) % 3 > 0 and extract(isodow from ($2::timestamptz at time zone '${timeZone}')::date + day) < 6)
     ${insertFrom}`,
    [teamId, now, from, until],
  );
}

/**
 * Appointments of everybody else, number `from` to `until`: seat after seat, scattered over two years back and two months ahead, so that
 * all sizes cover the same time.
 */
export async function fillYears(
  client: Client,
  { from, until, now }: { readonly from: number; readonly until: number; readonly now: Date },
): Promise<void> {
  await client.query(
    `with seat as (select "organisationId", "teamId", id, row_number() over (order by id) - 1 as place from "Seat" where position <= 10
         and "organisationId" in (select id from "Organisation" where slug like 'bench-%')),
       source as (
         select seat."organisationId", seat."teamId", seat.id as "seatId",
           date_trunc('hour', $3::timestamptz) - interval '730 days' + (n / 3000) * 7919 % 19000 * interval '1 hour' as "startAt"
         from generate_series($1::int, $2::int - 1) n join seat on seat.place = n % 3000)
     ${insertFrom}`,
    [from, until, now],
  );
}

/** Takes what slows a bulk load away from the appointments, and gives back what sets it again. */
export async function liftConstraints(client: Client): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = '"Appointment"'::regclass and contype in ('x', 'f')`,
  );
  for (const { name } of constraints)
    await client.query(`alter table "Appointment" drop constraint "${name}"`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = 'Appointment' and indexname <> 'Appointment_pkey'`,
  );
  for (const { name } of indexes) await client.query(`drop index "${name}"`);
  return async () => {
    for (const { definition } of indexes) await client.query(definition);
    for (const { name, definition } of constraints)
      await client.query(`alter table "Appointment" add constraint "${name}" ${definition}`);
  };
}
