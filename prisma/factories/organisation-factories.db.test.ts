import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { createOrganisation, createSeat, createTeam } from './organisation-factories.ts';

afterAll(closeDatabase);

test('seats that are made at the same time stand one after the other', async () => {
  const { id } = await createOrganisation();
  const { id: teamId } = await createTeam(id);
  const names = await Promise.all(
    Array.from({ length: 12 }, async () => (await createSeat(id, teamId)).name),
  );
  expect(new Set(names).size).toBe(12);
  await createSeat(id, teamId, { name: 'Apart', position: 40 });
  expect((await createSeat(id, teamId)).name).toBe('Balie 41');
});
