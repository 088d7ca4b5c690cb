import { beforeAll, expect, test } from 'vitest';
import { shareInLook } from '#db/look.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { createOrganisation, createTeam } from '../../prisma/factories/organisation-factories.ts';
import { lookAlong } from './look-along.ts';

let organisationId: OrganisationId;
beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
});

/** How many teams there are, and in which transaction that was seen. */
function look(scope: OrganisationScope) {
  return shareInLook(scope, 'teams', async () => {
    const [row] = await scope.db.$queryRaw<{ teams: number; snapshot: string }[]>`
      select count(*)::int as teams, pg_current_snapshot()::text || pg_backend_pid() as snapshot from "Team"
      where "organisationId" = ${organisationId}::uuid`;
    return row as { teams: number; snapshot: string };
  });
}

test('who asks in the same moment looks along, and sees the same', async () => {
  const seen = await Promise.all(Array.from({ length: 40 }, () => lookAlong(organisationId, 'team', look)));
  expect(new Set(seen.map(({ snapshot }) => snapshot)).size).toBe(1);
});

test('who asks while a look is under way sees what happened before they asked', async () => {
  const later: Promise<{ teams: number }>[] = [];
  const first = await lookAlong(organisationId, 'team', async (scope) => {
    const seen = await look(scope);
    await createTeam(organisationId);
    later.push(lookAlong(organisationId, 'team', look));
    return seen;
  });
  expect((await later[0])?.teams).toBe(first.teams + 1);
});

test('a look that fails tells everybody who looked along, and the next one looks again', async () => {
  const fail = async (scope: OrganisationScope) => {
    await look(scope);
    throw new Error('not allowed');
  };
  const both = await Promise.allSettled([
    lookAlong(organisationId, 'team', look),
    lookAlong(organisationId, 'team', fail),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await lookAlong(organisationId, 'team', look)).teams).toBeGreaterThan(0);
});

test('of one change the seats see first, and who waits right after them', async () => {
  const seen: string[] = [];
  const lookAs = (kind: string) =>
    lookAlong(organisationId, kind, async (scope) => {
      await look(scope);
      seen.push(kind);
    });
  await Promise.all([lookAs('appointment'), lookAs('team'), lookAs('appointment'), lookAs('team')]);
  expect(seen).toEqual(['team', 'team', 'appointment', 'appointment']);
});
