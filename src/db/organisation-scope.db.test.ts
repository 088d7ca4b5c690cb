import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { sqlStateOf } from '#db/errors.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, TeamId } from '#journey/ids.ts';
import { createOrganisation, createSeat, createTeam } from '../../prisma/factories/organisation-factories.ts';

let ours: OrganisationId;
let theirs: OrganisationId;
let theirTeam: TeamId;

beforeAll(async () => {
  ours = (await createOrganisation()).id;
  theirs = (await createOrganisation()).id;
  await createTeam(ours);
  theirTeam = (await createTeam(theirs)).id;
});

/** A client that goes around the data layer: straight to the pool, with this organisation set. */
async function queryAs(organisationId: string, sql: string, values: readonly unknown[] = []) {
  const client = await database().pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.organisation', $1, true)`, [organisationId]);
    return await client.query(sql, [...values]);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the data layer', () => {
  test('puts the organisation into every read', async () => {
    const rows = await withOrganisation(ours, ({ db }) => db.team.findMany({ where: { id: theirTeam } }));
    expect(rows).toEqual([]);
    expect(await withOrganisation(ours, ({ db }) => db.team.count())).toBe(1);
  });

  test('refuses to write a row that names another organisation', async () => {
    const write = withOrganisation(ours, ({ db }) =>
      db.team.create({ data: { organisationId: theirs, slug: 'x', name: {} } }),
    );
    await expect(write).rejects.toThrow(/organisation of its transaction/);
  });

  test('changes nothing of another organisation by its id', async () => {
    const { count } = await withOrganisation(ours, ({ db }) =>
      db.team.updateMany({ where: { id: theirTeam }, data: { slug: 'taken' } }),
    );
    expect(count).toBe(0);
  });
});

describe('row-level security, without the data layer', () => {
  test('shows no row of another organisation', async () => {
    const { rows } = await queryAs(ours, 'select "organisationId" from "Team"');
    expect(rows).toEqual([{ organisationId: ours }]);
  });

  test('shows no row at all when no organisation is set', async () => {
    const { rows } = await database().pool.query('select 1 from "Team"');
    expect(rows).toEqual([]);
  });

  test('refuses to write into another organisation', async () => {
    const write = queryAs(ours, `insert into "Team" ("organisationId", slug, name) values ($1, 'x', '{}')`, [
      theirs,
    ]);
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });

  test('is forced on every table that has an organisation', async () => {
    const { rows } = await database().pool.query<{ table: string }>(`
      select c.table_name as table from information_schema.columns c
      join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace
      where c.table_schema = 'public' and c.column_name = 'organisationId'
        and not (t.relrowsecurity and t.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'organisation_only'))`);
    expect(rows).toEqual([]);
    const { rows: tables } = await database().pool.query(
      `select 1 from pg_policy where polname = 'organisation_only'`,
    );
    expect(tables.length).toBeGreaterThan(20);
  });

  test('cannot be switched off by the application', async () => {
    const { rows } = await database().pool.query(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });
});

describe('references', () => {
  test('cannot point into another organisation, which row-level security alone would let pass', async () => {
    const error = await createSeat(ours, theirTeam).catch((thrown: unknown) => thrown);
    expect(sqlStateOf(error)).toBe('23503');
  });
});

describe('constraints that no difference of schemas would miss', () => {
  test.each([
    'Appointment_seat_occupied_once',
    'Appointment_can_be_reached',
    'Conversation_state_fits',
    'Participant_is_visitor_or_staff',
    'Message_discarded_has_reason',
    'SurveyAnswer_says_something',
  ])('%s stands', async (name) => {
    const { rows } = await database().pool.query(
      'select convalidated from pg_constraint where conname = $1',
      [name],
    );
    expect(rows).toEqual([{ convalidated: true }]);
  });

  test.each(['Visit_one_active_citizen', 'StaffSession_one_per_seat'])(
    'unique index %s stands',
    async (name) => {
      const { rows } = await database().pool.query('select indexdef from pg_indexes where indexname = $1', [
        name,
      ]);
      expect(rows[0]?.indexdef).toMatch(/^CREATE UNIQUE INDEX/);
    },
  );
});
