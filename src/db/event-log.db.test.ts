import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import {
  readEventsAfter,
  readStreamVersion,
  recordEvent,
  recordEvents,
  type StreamName,
} from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId, TeamId } from '#journey/ids.ts';
import { createOrganisation } from '../../prisma/factories/organisation-factories.ts';

const at = Date.UTC(2026, 10, 24, 9, 40);
let organisationId: OrganisationId;

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
});

const newStream = (): StreamName => `team:${randomUUID() as TeamId}`;
const write = (scope: OrganisationScope, ...streams: StreamName[]) =>
  recordEvent(scope, { streams, type: 'test.happened', actor: systemActor, payload: { b: 1, a: 'x|y' }, at });

async function readRows(stream: StreamName) {
  return withOrganisation(organisationId, ({ db }) =>
    db.event.findMany({ where: { stream }, orderBy: { number: 'asc' } }),
  );
}

describe('the event log', () => {
  test('numbers events per stream without gaps while many write at once', async () => {
    const [one, two] = [newStream(), newStream()];
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        withOrganisation(organisationId, (scope) =>
          write(scope, ...(index % 2 === 0 ? [one, two] : [two, one])),
        ),
      ),
    );
    for (const stream of [one, two]) {
      expect((await readRows(stream)).map(({ number }) => number)).toEqual(
        Array.from({ length: 40 }, (_, i) => i + 1),
      );
    }
  });

  test('leaves no trace of a transaction that failed', async () => {
    const stream = newStream();
    const failing = withOrganisation(organisationId, async (scope) => {
      await write(scope, stream);
      throw new Error('the change itself failed');
    });
    await expect(failing).rejects.toThrow('the change itself failed');
    expect(await withOrganisation(organisationId, (scope) => readStreamVersion(scope, stream))).toBe(0);
  });

  test('reads what came after a number, oldest first', async () => {
    const stream = newStream();
    for (let count = 0; count < 3; count += 1)
      await withOrganisation(organisationId, (scope) => write(scope, stream));
    const events = await withOrganisation(organisationId, (scope) => readEventsAfter(scope, stream, 1, 10));
    expect(events.map(({ number, type }) => [number, type])).toEqual([
      [2, 'test.happened'],
      [3, 'test.happened'],
    ]);
  });

  test('chains each event to the one before, so that an alteration shows', async () => {
    const stream = newStream();
    for (let count = 0; count < 3; count += 1)
      await withOrganisation(organisationId, (scope) => write(scope, stream));
    const { rows } = await database().pool.query<{ payload: string }>(
      `select ('{"b":1,"a":"x|y"}'::jsonb)::text as payload`,
    );
    let head = Buffer.alloc(0);
    for (const row of await readRows(stream)) {
      const content = `${row.number}|test.happened|system||${at}|${rows[0]?.payload}`;
      head = createHash('sha256').update(head).update(content).digest();
      expect(Buffer.from(row.hash).equals(head)).toBe(true);
    }
  });

  test('writes many at once as if each were written for itself, beside writers that do', async () => {
    const [one, many, shared] = [newStream(), newStream(), newStream()];
    const event = (streams: StreamName[]) => ({
      streams,
      type: 'test.happened',
      actor: systemActor,
      payload: { b: 1, a: 'x|y' },
      at,
    });
    await withOrganisation(organisationId, (scope) => write(scope, many));
    await Promise.all([
      ...Array.from({ length: 5 }, () => withOrganisation(organisationId, (scope) => write(scope, shared))),
      ...Array.from({ length: 5 }, () =>
        withOrganisation(organisationId, (scope) =>
          recordEvents(scope, [event([many, shared]), event([shared]), event([shared, many])]),
        ),
      ),
    ]);
    for (let count = 0; count < 20; count += 1)
      await withOrganisation(organisationId, (scope) => write(scope, one));
    const [alone, together] = [await readRows(one), await readRows(shared)];
    expect(together.map(({ number }) => number)).toEqual(alone.map(({ number }) => number));
    expect(together.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual(
      alone.map(({ hash }) => Buffer.from(hash).toString('hex')),
    );
    expect(await readRows(many)).toHaveLength(11);
    expect(await withOrganisation(organisationId, (scope) => readStreamVersion(scope, many))).toBe(11);
    expect(together.every(({ at: moment }) => moment.getTime() === at)).toBe(true);
  });

  test.each(['update "Event" set type = \'other\'', 'delete from "Event"', 'delete from "EventStream"'])(
    'cannot be rewritten by the application: %s',
    async (sql) => {
      await expect(database().pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
