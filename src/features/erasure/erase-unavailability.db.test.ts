import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { eraseUnavailability } from './erase-unavailability.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 9);

afterAll(closeDatabase);

test('pauses of clerks are erased seven days after they began, and not before', async () => {
  const counter = await createCounter();
  const { actor, seatId } = await createSeatedClerk(counter);
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(counter.organisation.id, work);
  const pause = (startAt: number, endAt: number | null) =>
    inside(({ db, organisationId }) =>
      db.unavailability.create({
        data: {
          organisationId,
          seatId,
          staffMemberId: actor.staffMemberId,
          reason: 'break',
          startAt: new Date(startAt),
          endAt: endAt === null ? null : new Date(endAt),
        },
      }),
    );
  await pause(now - 9 * day, now - 9 * day + 1);
  await pause(now - 7 * day + 1, now - 6 * day);
  await pause(now - 7 * day, null);
  expect(await eraseUnavailability({ now: () => now }, counter.organisation.id, 1)).toBe(2);
  const left = await inside(({ db }) => db.unavailability.findMany({ select: { startAt: true } }));
  expect(left).toEqual([{ startAt: new Date(now - 7 * day + 1) }]);
});
