import http from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import { staffSessionCookie } from '#shared/cookies.ts';
import { createSeatedClerk } from '../prisma/factories/seat-factories.ts';
import { openLine } from '../scripts/testing/cuttable-line.ts';
import { openLink } from './support/citizen.ts';
import { bookDirectly, giveStaffCookie, type OwnCounter, openCounter } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

type Heard = {
  /** Numbers of what happened, as they came. */
  readonly numbers: number[];
  /** The id of the last frame that came whole: what a browser sends when it comes back. */
  lastId: number;
  readonly drop: () => Promise<void>;
};

/** The seat's stream as a browser follows it, from one connection to the next. */
function follow({ origin }: OwnCounter, cookie: string, after: number | null): Heard {
  const closed = Promise.withResolvers<void>();
  const { host, port } = new URL(origin);
  const headers = { host, cookie, ...(after === null ? {} : { 'last-event-id': String(after) }) };
  const request = http.get({ host: '127.0.0.1', port, path: '/events/seat', headers }, (response) => {
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      const frames = (rest + text).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const id = Number(/^id: (\d+)$/m.exec(frame)?.[1]);
        if (Number.isNaN(id)) continue;
        if (/^event: happened$/m.test(frame)) heard.numbers.push(id);
        heard.lastId = id;
      }
    });
    response.on('close', closed.resolve);
  });
  request.on('error', () => closed.resolve());
  const drop = () => {
    request.destroy();
    return closed.promise;
  };
  const heard: Heard = { numbers: [], lastId: after ?? 0, drop };
  return heard;
}

describe('the seat’s stream', () => {
  test('dropped again and again while another process writes misses nothing, and repeats nothing', async () => {
    const counter = await openCounter();
    const { token } = await createSeatedClerk(counter);
    const cookie = `${staffSessionCookie}=${token}`;
    const total = 80;
    const write = (index: number) =>
      withOrganisation(counter.organisation.id, (scope) =>
        recordEvent(scope, {
          streams: [`team:${counter.teamId}`],
          type: `test.${index}`,
          actor: systemActor,
          payload: {},
          at: Date.now(),
        }),
      );
    await write(0);
    let connection = follow(counter, cookie, null);
    await expect.poll(() => connection.lastId).toBe(1);
    const writing = (async () => {
      for (let index = 1; index <= total; index += 1) await write(index);
    })();
    const heard: number[] = [];
    let drops = 0;
    while (connection.lastId < 1 + total) {
      const current = connection;
      const before = current.lastId;
      await expect.poll(() => current.lastId, { interval: 5 }).toBeGreaterThan(before);
      await current.drop();
      drops += 1;
      heard.push(...current.numbers);
      connection = follow(counter, cookie, current.lastId);
    }
    await connection.drop();
    await writing;
    expect(drops).toBeGreaterThan(2);
    expect(heard).toEqual(Array.from({ length: total }, (_, index) => index + 2));
  });

  test('that was cut tells the clerk so, and afterwards what happened meanwhile', async () => {
    const counter = await openCounter();
    const line = await openLine(`http://127.0.0.1:${new URL(counter.origin).port}`);
    const viaLine = `http://${counter.organisation.host}:${new URL(line.url).port}`;
    const { token } = await createSeatedClerk(counter);
    const seat = await createPerson(browser(), viaLine);
    await giveStaffCookie(seat, viaLine, token);
    await seat.page.goto('/seat');
    await seat.page.getByText('Er wacht niemand.').waitFor();

    line.cut();
    await seat.page.getByText('Even geen verbinding.').waitFor();
    const { link } = await bookDirectly(counter, { citizenName: 'Intussen Aangekomen' });
    await openLink(await createPerson(browser(), counter.origin), link);
    line.mend();
    await seat.page.getByText('U bent terug.').waitFor();
    await seat.page.getByRole('button', { name: /Intussen Aangekomen/ }).waitFor();
    line.close();
  });
});
