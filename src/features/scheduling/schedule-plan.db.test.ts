import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { addMinutes, epochMilliseconds, toDate } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { readSchedule } from './schedule.data.ts';

const now = epochMilliseconds(Date.UTC(2026, 10, 20, 8));
afterAll(closeDatabase);

/** Copies the organisation's one appointment to each of so many hours before it, one in ten cancelled. */
const fillPast = `insert into "Appointment" select (jsonb_populate_record(a, jsonb_build_object(
    'id', gen_random_uuid(), 'reference', gen_random_uuid(), 'submissionKey', gen_random_uuid(),
    'linkTokenHash', sha256(gen_random_uuid()::text::bytea), 'state', case when hour % 10 = 0 then 'cancelled' else 'completed' end,
    'cancelledAt', case when hour % 10 = 0 then a."startAt" end,
    'startAt', a."startAt" - hour * interval '1 hour', 'endAt', a."endAt" - hour * interval '1 hour',
    'occupiedFromAt', a."occupiedFromAt" - hour * interval '1 hour', 'occupiedUntilAt', a."occupiedUntilAt" - hour * interval '1 hour'))).*
  from "Appointment" a, generate_series(1, $1::int) hour`;

async function asOwner(statements: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await statements(client).finally(() => client.end());
}

/** The plan of the question, as the application's role gets it. */
async function explain(scope: OrganisationScope, slug: string): Promise<string> {
  let plan = '';
  const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const text = [`explain ${strings[0]}`, ...strings.slice(1)];
    const query = Object.assign(text, { raw: text }) as TemplateStringsArray;
    const rows = await scope.db.$queryRaw<Record<string, string>[]>(query, ...values);
    plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    return [];
  };
  const explaining = { ...scope, db: { $queryRaw } } as unknown as OrganisationScope;
  await readSchedule(explaining, makeWish(slug), 'Europe/Brussels', now);
  return plan;
}

test('the past of a seat is not read for its future, however long it is', async () => {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId, slug } = await createService(organisationId, teamId);
  const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  await createAppointment(place, 'a secret of links that only tests know', {
    startAt: toDate(addMinutes(now, 60)),
  });
  await asOwner(async (client) => {
    await client.query(fillPast, [5000]);
    await client.query('vacuum analyze "Appointment"');
  });
  const plan = await withOrganisation(organisationId, (scope) => explain(scope, slug));
  expect(plan).toContain('Index Only Scan using "Appointment_seat_times"');
  expect(plan).not.toContain('"Appointment_seat_occupied_once"');
  expect(plan).not.toContain('Seq Scan on "Appointment"');
});
