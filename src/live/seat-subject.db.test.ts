import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOrganisation } from '#features/organisation/organisation.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { leaveSeat, takeSeat } from '#features/seat/take-seat.ts';
import { deleteStaffSession } from '#features/staff/staff-session.data.ts';
import type { CookieToken, OrganisationId } from '#journey/ids.ts';
import type { SeatView } from '#journey/live-views.ts';
import { waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { staffSessionCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import {
  type Counter,
  createCounter,
  createPersonAtTheDoor,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
} from '../../prisma/factories/seat-factories.ts';
import { endEventStreams, serveEventStream } from './event-stream.ts';
import { findSeatSubject } from './seat-subject.ts';
import { startStreamHub, stopStreamHub } from './stream-hub.ts';

const clock = { now: () => Date.now() };
let counter: Counter;
let clerk: SeatedClerk;
let organisation: Organisation;

async function readOrganisation(id: OrganisationId): Promise<Organisation> {
  const found = await findOrganisation(id);
  if (found === null) throw new Error('The organisation that was just made is not there.');
  return found;
}

const cookieOf = (token: CookieToken) => `${staffSessionCookie}=${token}`;
const findFor = (token: CookieToken, of = organisation) =>
  findSeatSubject(of, '/events/seat', cookieOf(token), clock);
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

async function readView(token: CookieToken): Promise<SeatView> {
  const subject = await findFor(token);
  const loaded = subject && (await inside(subject.load));
  if (!loaded) throw new Error('There is no view for this clerk.');
  return loaded.state as SeatView;
}

beforeEach(async () => {
  counter = await createCounter();
  clerk = await createSeatedClerk(counter);
  organisation = await readOrganisation(counter.organisation.id);
});

describe("the clerk's live screen", () => {
  test("shows the team's day in order of start, with who is there, and nothing of another team or organisation", async () => {
    const now = Date.now();
    const later = await createWaitingCitizen(counter, {
      citizenName: 'Ahmed El Idrissi',
      startAt: new Date(now + 60_000),
    });
    const first = await createWaitingCitizen(counter, { startAt: new Date(now - 60_000), present: false });
    await createPersonAtTheDoor(counter, later, { role: 'companion', companionName: 'An Tolk' });
    await inside((scope) =>
      recordEvent(scope, {
        streams: [`appointment:${first.appointmentId}`, `team:${counter.teamId}`],
        type: 'visit.departed',
        actor: { kind: 'citizen', id: first.visitId },
        payload: { appointmentId: first.appointmentId, visitId: first.visitId },
        at: now - 30_000,
      }),
    );
    await createWaitingCitizen(await createCounter(counter.organisation));
    await createWaitingCitizen(await createCounter());
    const view = await readView(clerk.token);
    expect(view.team.id).toBe(counter.teamId);
    expect(view.entries).toMatchObject([
      {
        appointmentId: first.appointmentId,
        state: 'away',
        citizenName: 'Sofie Van Daele',
        awaySince: now - 30_000,
      },
      {
        appointmentId: later.appointmentId,
        state: 'waiting',
        citizenName: 'Ahmed El Idrissi',
        atTheDoor: [{ name: 'An Tolk', role: 'companion' }],
      },
    ]);
    expect(view.entries[1]?.presentSince).toBeGreaterThanOrEqual(now);
    expect(view.entries[1]?.services).toHaveLength(1);
    expect(view.current).toBeNull();
  });

  test('shows an appointment that nobody came for yet, with its last device test', async () => {
    const { id: organisationId } = counter.organisation;
    const { id: seatId } = await createSeat(organisationId, counter.teamId);
    const place = { organisationId, teamId: counter.teamId, seatId, serviceIds: [counter.serviceId] };
    const { id: appointmentId } = await createAppointment(place, 'a secret of links that only tests know');
    for (const [verdict, minute] of [
      ['good', 1],
      ['limited', 2],
    ] as const) {
      const testedAt = new Date(Date.now() + minute * 60_000);
      await inside(({ db }) =>
        db.deviceTest.create({ data: { organisationId, appointmentId, verdict, results: {}, testedAt } }),
      );
    }
    expect((await readView(clerk.token)).entries).toMatchObject([
      { appointmentId, state: 'expected', conversationId: null, deviceTest: 'limited', presentSince: null },
    ]);
  });

  test('is looked at again when a waiting room closes, and after a quarter of a minute at the latest', async () => {
    await createWaitingCitizen(counter);
    const read = async () => {
      const subject = await findFor(clerk.token);
      return subject && (await inside(subject.load));
    };
    const loaded = await read();
    const { serverNow } = (loaded?.state ?? {}) as Partial<SeatView>;
    expect(loaded?.refreshAt).toBe((serverNow ?? 0) + 15_000);
    const closesAt = Date.now() + 10_000;
    const endAt = new Date(closesAt - waitingRoomClosesMinutesAfter * 60_000);
    const startAt = new Date(endAt.getTime() - 900_000);
    await inside(({ db }) =>
      db.appointment.updateMany({
        data: { startAt, endAt, occupiedFromAt: startAt, occupiedUntilAt: endAt },
      }),
    );
    expect((await read())?.refreshAt).toBe(closesAt);
  });

  test('is for nobody without a session, a seat, the role, the team, or at another host', async () => {
    expect(await findSeatSubject(organisation, '/events/seat', undefined, clock)).toBeNull();
    expect(await findSeatSubject(organisation, '/events/other', cookieOf(clerk.token), clock)).toBeNull();
    const elsewhere = await readOrganisation((await createCounter()).organisation.id);
    expect(await findFor(clerk.token, elsewhere)).toBeNull();
    const supervisor = await createSeatedClerk(counter, { roles: ['supervisor'] });
    expect(await findFor(supervisor.token)).toBeNull();
    await inside(({ db }) =>
      db.teamMember.deleteMany({ where: { staffMemberId: clerk.actor.staffMemberId } }),
    );
    expect(await findFor(clerk.token)).toBeNull();
  });
});

describe('an open screen', () => {
  let server: http.Server;
  let url: string;

  beforeAll(async () => {
    await startStreamHub();
    server = http.createServer((request, response) => {
      void findSeatSubject(organisation, '/events/seat', request.headers.cookie, clock).then((subject) =>
        subject === null ? response.writeHead(404).end() : serveEventStream(request, response, subject),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events/seat`;
  });
  afterAll(async () => {
    endEventStreams();
    await new Promise((resolve) => server.close(resolve));
    await stopStreamHub();
  });

  /** Opens the screen; `until` reads on to the next frame of a kind. */
  async function open(token: CookieToken) {
    const response = await fetch(url, { headers: { cookie: cookieOf(token) } });
    const reader = (response.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream() as never)
      .getReader() as ReadableStreamDefaultReader<string>;
    let text = '';
    const until = async (kind: string): Promise<string> => {
      for (;;) {
        const [frame, ...rest] = text.split('\n\n');
        if (rest.length > 0) {
          text = rest.join('\n\n');
          if (frame?.includes(`event: ${kind}\n`)) return frame;
          continue;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream ended before a frame of kind ${kind}.`);
        text += value;
      }
    };
    return { until };
  }

  test('is told of an admission by a colleague', async () => {
    const screen = await open(clerk.token);
    await screen.until('state');
    const citizen = await createWaitingCitizen(counter);
    const colleague = await createSeatedClerk(counter, { name: 'Jonas Lootens' });
    const { admitCitizen } = await import('#features/seat/admit-citizen.ts');
    const videoRooms = { open: async () => {}, close: async () => {}, grant: async () => {} } as never;
    await admitCitizen({ clock, videoRooms }, colleague.actor, citizen.conversationId);
    expect(await screen.until('happened')).toContain('conversation.admitted');
    const frame = await screen.until('state');
    const view = JSON.parse(frame.split('data: ')[1] ?? '') as SeatView;
    expect(view.entries[0]).toMatchObject({ state: 'admitted', clerk: { name: 'Jonas Lootens' } });
  });

  test.each([
    ['signed off', () => inside((scope) => deleteStaffSession(scope, clerk.token, new Date(clock.now())))],
    ['left the seat', () => leaveSeat(clock, clerk.actor)],
    [
      'took a seat of another team',
      async () => {
        const other = await createCounter(counter.organisation);
        const staffMemberId = clerk.actor.staffMemberId;
        const { id: seatId } = await createSeat(counter.organisation.id, other.teamId);
        await inside(({ db }) =>
          db.teamMember.create({
            data: { organisationId: counter.organisation.id, teamId: other.teamId, staffMemberId },
          }),
        );
        const actor = { ...clerk.actor, teamIds: [...clerk.actor.teamIds, other.teamId] };
        return takeSeat(clock, actor, seatId);
      },
    ],
  ])('ends at once for a clerk who %s', async (_what, change) => {
    const screen = await open(clerk.token);
    await screen.until('state');
    await change();
    await screen.until('bye');
  });
});
