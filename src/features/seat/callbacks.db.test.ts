import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { createCounter } from '../../../prisma/factories/seat-factories.ts';
import { readCallbacks } from './callbacks.data.ts';

const now = Date.UTC(2026, 10, 24, 9);
const minute = 60_000;

afterAll(closeDatabase);

test('the seat has who asked to be called: due when it is time and nobody was just without an answer, gone when it is done', async () => {
  const { organisation, teamId, serviceId } = await createCounter();
  const other = await createCounter(organisation);
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const ask = (
    phone: string,
    times: { fromAt?: Date; restsUntilAt?: Date; settledAt?: Date; team?: string },
  ) => {
    const { team = teamId, ...over } = times;
    return inside(({ db, organisationId }) =>
      db.callbackRequest.create({
        data: {
          organisationId,
          teamId: team,
          serviceId,
          phone,
          submissionKey: randomUUID(),
          language: 'fr',
          phraseWords: ['klaver', 'brug', 'appel', 'boom'],
          fromAt: new Date(now - minute),
          untilAt: new Date(now + 90 * minute),
          createdAt: new Date(now - minute),
          ...over,
        },
      }),
    );
  };
  await ask('+32470000001', {});
  await ask('+32470000002', { fromAt: new Date(now + minute) });
  await ask('+32470000003', { restsUntilAt: new Date(now + minute) });
  await ask('+32470000004', { settledAt: new Date(now) });
  await ask('+32470000005', { team: other.teamId });
  const read = (at: number) => inside((scope) => readCallbacks(scope, teamId, at));
  const due = async (at: number) =>
    (await read(at)).flatMap(({ isDue, phone }) => (isDue ? [phone.number.slice(-1)] : []));
  expect(await due(now)).toEqual(['1']);
  expect(await due(now + minute)).toEqual(['1', '2', '3']);
  expect((await read(now))[0]).toMatchObject({
    kind: 'callback',
    name: null,
    phone: { text: '0470 00 00 01' },
    phrases: ['klaver brug', 'appel boom'],
    claimedBy: null,
  });
});
