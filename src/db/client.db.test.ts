import { afterAll, expect, test } from 'vitest';
import { closeDatabase, database } from './client.ts';

afterAll(closeDatabase);

test('a query that asks for it is planned once per connection, and no other is', async () => {
  const { prisma } = database();
  await prisma.$transaction(async (db) => {
    for (const number of [1, 2]) {
      await db.$queryRaw`/* prepared: example */ select ${number}::int as number`;
      await db.$queryRaw`select ${number}::int as number`;
    }
    const statements = await db.$queryRaw<{ name: string }[]>`select name from pg_prepared_statements`;
    expect(statements).toEqual([{ name: expect.stringMatching(/^example_[0-9a-f]{16}$/) }]);
  });
});
