import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, AppointmentReference, CookieToken, VisitId } from '#journey/ids.ts';
import type { VisitView } from '#journey/live-views.ts';
import { visitCookie } from '#shared/cookies.ts';
import { applyChange, type StateChange } from '#shared/live/state-change.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createVisit } from '../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../prisma/factories/seat-factories.ts';
import { answerDirectly } from './entrance.ts';
import { endEventStreams } from './event-stream.ts';
import { livePresence } from './live-presence.ts';
import { joinNodes, leaveNodes } from './node-lease.ts';
import { startStreamHub, stopStreamHub } from './stream-hub.ts';

type Frame = { readonly event: string; readonly id: number; readonly data: unknown };

let server: http.Server;
let counter: Counter;
let appointment: { id: AppointmentId; reference: AppointmentReference };
let visit: { id: VisitId; token: CookieToken };

beforeAll(async () => {
  counter = await createCounter();
  await startStreamHub();
  await joinNodes();
  server = http.createServer((request, response) => {
    void answerDirectly(request, response).then((answered) => {
      if (!answered) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  endEventStreams();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  livePresence.stop();
  await leaveNodes();
  await stopStreamHub();
});

// A waiting room of its own for every test.
beforeEach(async () => {
  counter = await createCounter(counter.organisation);
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  appointment = await createAppointment(place, 'a secret of links that only tests know');
  visit = await createVisit(organisation.id, appointment.id);
});

type Opening = { readonly lastEventId?: number; readonly cookie?: string; readonly query?: string };

/** A connection as a browser makes it; `frames` grows while it stands. */
function connect({ lastEventId, cookie, query = '' }: Opening = {}) {
  const frames: Frame[] = [];
  const answer = Promise.withResolvers<number>();
  const ended = Promise.withResolvers<void>();
  const request = http.get(
    {
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      path: `/events/visits/${appointment.reference}${query}`,
      headers: {
        host: counter.organisation.host,
        cookie: cookie ?? `${visitCookie(appointment.reference)}=${visit.token}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
      },
    },
    (response) => {
      answer.resolve(response.statusCode ?? 0);
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        const parts = (rest + text).split('\n\n');
        rest = parts.pop() as string;
        frames.push(...parts.flatMap(parseFrame));
      });
      response.on('close', () => ended.resolve());
    },
  );
  request.on('error', () => ended.resolve());
  const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
  const states = () => frames.filter(({ event }) => event === 'state');
  const numbers = () => frames.filter(({ event }) => event === 'happened').map(({ id }) => id);
  return {
    frames,
    status: answer.promise,
    ended: ended.promise,
    until,
    numbers,
    latest: () => states().at(-1)?.data as VisitView | undefined,
    latestNumber: () => states().at(-1)?.id ?? 0,
    drop: () => request.destroy(),
  };
}

function parseFrame(text: string): Frame[] {
  const fields = Object.fromEntries(
    text.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]),
  );
  if (fields.event === undefined || fields.data === undefined) return [];
  return [{ event: fields.event, id: Number(fields.id), data: JSON.parse(fields.data) }];
}

/** Something happens to the appointment. */
const happen = (type: string) =>
  withOrganisation(counter.organisation.id, (scope) =>
    recordEvent(scope, {
      streams: [`appointment:${appointment.id}`],
      type,
      actor: systemActor,
      payload: {},
      at: Date.now(),
    }),
  );

describe('a live page', () => {
  test('is shown its state, arrives by being connected, and hears at once what happens', async () => {
    const page = connect();
    await page.until(() =>
      expect(page.frames.map(({ data }) => (data as { type?: string }).type)).toContain('visit.arrived'),
    );
    await page.until(() => expect(page.latest()).toMatchObject({ stage: 'wait', call: { admitted: false } }));
    await happen('test.first');
    await page.until(() =>
      expect(page.frames.at(-2)).toMatchObject({ event: 'happened', data: { type: 'test.first' } }),
    );
    page.drop();
  });

  test('that asks for changes is told whole once, and from then on what is another', async () => {
    const page = connect({ query: '?changes' });
    const putTogether = () =>
      page.frames.reduce<object | null>((view, { event, data }) => {
        if (event === 'state') return data as VisitView;
        return event === 'changed' && view !== null ? applyChange(view, data as StateChange) : view;
      }, null);
    await page.until(() => expect(putTogether()).toMatchObject({ stage: 'wait', call: { admitted: false } }));
    await happen('test.first');
    await page.until(() =>
      expect(page.frames.at(-1)).toMatchObject({ event: 'changed', id: page.numbers().at(-1) }),
    );
    const whole = connect();
    await whole.until(() => expect(whole.latest()).toBeDefined());
    const serverNow = expect.any(Number);
    await page.until(() => expect(putTogether()).toEqual({ ...whole.latest(), serverNow }));
    expect(page.frames.filter(({ event }) => event === 'state')).toHaveLength(1);
    page.drop();
    whole.drop();
  });

  test('whose connection drops is told everything that it missed, once and in order', async () => {
    const before = connect();
    await before.until(() => expect(before.latest()?.call).toBeTruthy());
    await happen('test.heard');
    await before.until(() => expect(before.numbers()).toHaveLength(2));
    const last = before.latestNumber();
    before.drop();
    await before.ended;

    for (let index = 0; index < 25; index += 1) await happen(`test.missed.${index}`);
    const after = connect({ lastEventId: last });
    await after.until(() => expect(after.numbers()).toHaveLength(25));
    expect(after.numbers()).toEqual(Array.from({ length: 25 }, (_, index) => last + 1 + index));
    await happen('test.live');
    await after.until(() => expect(after.numbers().at(-1)).toBe(last + 26));
    expect(after.frames.at(-1)).toMatchObject({ event: 'state', id: last + 26 });
    after.drop();
  });

  test('dropped again and again in the middle of a stream of events misses none and hears none twice', async () => {
    const total = 60;
    const heard: number[] = [];
    let page = connect();
    await page.until(() => expect(page.latest()?.call).toBeTruthy());
    let last = page.latestNumber();
    const first = last;
    const writing = (async () => {
      for (let index = 0; index < total; index += 1) await happen(`test.${index}`);
    })();
    while (last < first + total) {
      const current = page;
      const seen = current.numbers().filter((number) => number > last).length;
      await current.until(() =>
        expect(current.numbers().filter((number) => number > last).length).toBeGreaterThan(seen),
      );
      current.drop();
      await current.ended;
      const fresh = current.numbers().filter((number) => number > last);
      heard.push(...fresh);
      // What a browser sends is the id of the last frame that it received whole.
      last = Math.max(last, current.frames.at(-1)?.id ?? 0);
      page = connect({ lastEventId: last });
    }
    page.drop();
    await writing;
    expect(heard).toEqual(Array.from({ length: total }, (_, index) => first + 1 + index));
  });

  test('that had to make a new connection by itself asks in the address for what it missed', async () => {
    const before = connect();
    await before.until(() => expect(before.latest()?.call).toBeTruthy());
    const last = before.latestNumber();
    before.drop();
    await happen('test.missed');
    const after = connect({ query: `?after=${last}` });
    await after.until(() => expect(after.numbers()).toEqual([last + 1]));
    after.drop();
  });

  test('hears of its new place when somebody else of the team comes first', async () => {
    const page = connect();
    await page.until(() => expect(page.latest()?.waiting).toMatchObject({ place: 1 }));
    // Their own arrival; what others do is not told.
    await page.until(() => expect(page.numbers()).toHaveLength(1));
    const { organisation, teamId, serviceId } = counter;
    const { id: seatId } = await createSeat(organisation.id, teamId);
    const earlier = await createAppointment(
      { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] },
      'a secret of links that only tests know',
      { startAt: new Date(Date.now() - 600_000) },
    );
    const other = await createVisit(organisation.id, earlier.id);
    const attendance = livePresence.attend(organisation.id, other.id);
    attendance.shown({ attends: true, arrived: false });
    await page.until(() => expect(page.latest()?.waiting).toMatchObject({ place: 2 }));
    expect(page.numbers()).toHaveLength(1);
    attendance.left();
    page.drop();
  });

  test('is told goodbye when another device takes over', async () => {
    const page = connect();
    await page.until(() => expect(page.latest()?.call).toBeTruthy());
    await withOrganisation(counter.organisation.id, ({ db }) =>
      db.visit.updateMany({ where: { id: visit.id }, data: { yieldedAt: new Date() } }),
    );
    await happen('visit.moved');
    await page.ended;
    expect(page.frames.at(-1)).toMatchObject({ event: 'bye' });
  });
});

describe('a stream that is not yours', () => {
  test.each([
    ['without a cookie', ''],
    ['with a made-up cookie', `__Host-visit-x=${'A'.repeat(43)}`],
  ])('is not found %s', async (_how, cookie) => {
    const page = connect({ cookie });
    expect(await page.status).toBe(404);
  });

  test('is not found with the cookie of another appointment', async () => {
    const own = { reference: appointment.reference, token: visit.token };
    const { organisation, teamId, serviceId } = counter;
    const { id: seatId } = await createSeat(organisation.id, teamId);
    const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
    appointment = await createAppointment(place, 'a secret of links that only tests know');
    const page = connect({ cookie: `${visitCookie(appointment.reference)}=${own.token}` });
    expect(await page.status).toBe(404);
  });
});
