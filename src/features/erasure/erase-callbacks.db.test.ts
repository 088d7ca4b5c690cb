import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { createCounter } from '../../../prisma/factories/seat-factories.ts';
import { eraseCallbacks } from './erase-callbacks.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 9);

afterAll(closeDatabase);

test('a request to be called is erased seven days after it was settled, or two weeks after its moment, and not before', async () => {
  const { organisation, teamId, serviceId } = await createCounter();
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const ask = (phone: string, untilAt: number, settledAt: number | null) =>
    inside(({ db, organisationId }) =>
      db.callbackRequest.create({
        data: {
          organisationId,
          teamId,
          serviceId,
          phone,
          submissionKey: randomUUID(),
          language: 'nl',
          phraseWords: ['klaver', 'brug'],
          fromAt: new Date(untilAt - 3_600_000),
          untilAt: new Date(untilAt),
          createdAt: new Date(untilAt - day),
          settledAt: settledAt === null ? null : new Date(settledAt),
        },
      }),
    );
  await ask('+32470000001', now - 8 * day, now - 7 * day);
  await ask('+32470000002', now - 8 * day, now - 7 * day + 1);
  await ask('+32470000003', now - 14 * day, null);
  await ask('+32470000004', now - 14 * day + 1, null);
  expect(await eraseCallbacks({ now: () => now }, organisation.id, 1)).toBe(2);
  const left = await inside(({ db }) =>
    db.callbackRequest.findMany({ select: { phone: true }, orderBy: { phone: 'asc' } }),
  );
  expect(left.map(({ phone }) => phone)).toEqual(['+32470000002', '+32470000004']);
});
