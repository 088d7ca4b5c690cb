import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readServiceTime, readServiceTimes } from '#features/scheduling/find-times.ts';
import type { MessageId, OrganisationId, SeatId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { bookAppointment } from './book-appointment.ts';
import type { BookingRequest, BookingTools } from './booking-request.ts';

const now = Date.UTC(2026, 10, 20, 8);
const hour = 3_600_000;
const monday = epochMilliseconds(Date.UTC(2026, 10, 23, 9));
const linkSecret = 'a-secret-for-links-0123456789-0123456789';
const details = { name: 'Sofie Van Daele', email: 'sofie@example.org', phone: null, remark: null };

let enqueued: MessageId[] = [];
const tools: BookingTools = {
  clock: { now: () => now },
  jobQueue: {
    enqueueDelivery: async (_scope, ids) => {
      enqueued.push(...ids);
    },
  },
  linkSecret,
  readServiceTime,
  readServiceTimes,
};

type Counter = {
  organisationId: OrganisationId;
  teamId: TeamId;
  seatIds: SeatId[];
  request: (changes?: Partial<BookingRequest>) => BookingRequest;
};

/** A team that is always open, with seats and one service of fifteen minutes and a buffer of five. */
async function openCounter(seats: number): Promise<Counter> {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  const seatIds: SeatId[] = [];
  for (let count = 0; count < seats; count += 1) seatIds.push((await createSeat(organisationId, teamId)).id);
  const { slug } = await createService(organisationId, teamId, { bufferAfterMinutes: 5 });
  const request = (changes: Partial<BookingRequest> = {}): BookingRequest => ({
    organisation: { id: organisationId, timeZone: 'Europe/Brussels' },
    wish: makeWish(slug),
    startAt: monday,
    submissionKey: randomUUID(),
    language: 'nl',
    details,
    principal: null,
    interpreterLanguage: null,
    wouldHaveCome: null,
    request: { kind: 'citizen' },
    ...changes,
  });
  return { organisationId, teamId, seatIds, request };
}

const appointmentsOf = ({ organisationId }: Counter) =>
  withOrganisation(organisationId, ({ db }) =>
    db.appointment.findMany({
      orderBy: { startAt: 'asc' },
      include: { services: true, messages: { orderBy: [{ kind: 'asc' }, { channel: 'asc' }] } },
    }),
  );

async function asOwner<Value>(use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_OWNER_URL,
    options: '-c timezone=UTC',
  });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Writes a copy of an appointment by SQL alone, moved by some minutes. */
const copyAppointment = `insert into "Appointment" select (jsonb_populate_record(a, jsonb_build_object(
    'id', gen_random_uuid(), 'reference', gen_random_uuid(), 'submissionKey', gen_random_uuid(),
    'linkTokenHash', sha256(gen_random_uuid()::text::bytea), 'seatId', coalesce($3, a."seatId"), 'state', coalesce($4, a.state::text),
    'startAt', a."startAt" + make_interval(mins => $2), 'endAt', a."endAt" + make_interval(mins => $2),
    'occupiedFromAt', a."occupiedFromAt" + make_interval(mins => $2),
    'occupiedUntilAt', a."occupiedUntilAt" + make_interval(mins => $2)))).*
  from "Appointment" a where reference = $1`;

beforeEach(() => {
  enqueued = [];
});
afterAll(closeDatabase);

describe('a booking', () => {
  test('writes the appointment with its seat, times, phrase and link', async () => {
    const counter = await openCounter(1);
    const booked = await bookAppointment(tools, counter.request());
    if (!booked.ok) throw new Error(booked.failure.code);
    const [appointment] = await appointmentsOf(counter);
    expect(appointment).toMatchObject({
      reference: booked.value.reference,
      teamId: counter.teamId,
      seatId: counter.seatIds[0],
      channel: 'video',
      state: 'booked',
      startAt: new Date(monday),
      endAt: new Date(monday + 15 * 60_000),
      occupiedUntilAt: new Date(monday + 20 * 60_000),
      citizenName: 'Sofie Van Daele',
      calendarSequence: 0,
      createdAt: new Date(now),
    });
    const linkToken = deriveLinkToken(linkSecret, appointment?.id as never);
    expect(booked.value.linkToken).toBe(linkToken);
    expect(Buffer.from(appointment?.linkTokenHash ?? [])).toEqual(Buffer.from(hashToken(linkToken)));
    expect(appointment?.phraseWords).toHaveLength(2);
    expect(appointment?.services).toHaveLength(1);
  });

  test('plans a confirmation now for every way that was given, and a reminder by mail the day before', async () => {
    const counter = await openCounter(1);
    await bookAppointment(tools, counter.request({ details: { ...details, phone: '+32470123456' } }));
    const [appointment] = await appointmentsOf(counter);
    const planned = appointment?.messages.map(({ kind, channel, plannedAt }) => ({
      kind,
      channel,
      plannedAt,
    }));
    const dayBefore = new Date(monday - 24 * hour);
    expect(planned).toEqual([
      { kind: 'confirmation', channel: 'email', plannedAt: new Date(now) },
      { kind: 'confirmation', channel: 'sms', plannedAt: new Date(now) },
      { kind: 'reminder', channel: 'email', plannedAt: dayBefore },
    ]);
    const confirmations = appointment?.messages.filter(({ kind }) => kind === 'confirmation') ?? [];
    expect([...enqueued].sort()).toEqual(confirmations.map(({ id }) => id).sort());
  });

  test('leaves out the reminder when its moment is past', async () => {
    const counter = await openCounter(1);
    await bookAppointment(tools, counter.request({ startAt: epochMilliseconds(now + 20 * hour) }));
    const [appointment] = await appointmentsOf(counter);
    expect(appointment?.messages.map(({ kind }) => kind)).toEqual(['confirmation']);
  });

  test('tells the appointment and the team, with ids only', async () => {
    const counter = await openCounter(1);
    await bookAppointment(tools, counter.request());
    const [appointment] = await appointmentsOf(counter);
    const events = await withOrganisation(counter.organisationId, ({ db }) => db.event.findMany());
    expect(events.map(({ stream, type }) => `${stream} ${type}`).sort()).toEqual([
      `appointment:${appointment?.id} appointment.booked`,
      `team:${counter.teamId} appointment.booked`,
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Sofie|example\.org/);
  });

  test('leaves nothing behind when a part of it fails', async () => {
    const counter = await openCounter(1);
    const failing: BookingTools = {
      ...tools,
      jobQueue: { enqueueDelivery: () => Promise.reject(new Error('the queue is gone')) },
    };
    await expect(bookAppointment(failing, counter.request())).rejects.toThrow('the queue is gone');
    expect(await appointmentsOf(counter)).toEqual([]);
    expect(await bookAppointment(tools, counter.request())).toMatchObject({ ok: true });
  });

  test('goes to the seat with the least on it that day', async () => {
    const counter = await openCounter(2);
    for (const [index] of [0, 1, 2, 3].entries()) {
      const startAt = epochMilliseconds(monday + index * hour);
      expect(await bookAppointment(tools, counter.request({ startAt }))).toMatchObject({ ok: true });
    }
    const seats = (await appointmentsOf(counter)).map(({ seatId }) => seatId);
    expect(seats.filter((seatId) => seatId === counter.seatIds[0])).toHaveLength(2);
  });
});

describe('one time, wanted by many', () => {
  test.each([1, 3])(
    'goes to as many as there are seats (%i) of two hundred, and nobody gets an error',
    async (seats) => {
      const counter = await openCounter(seats);
      const results = await Promise.all(
        Array.from({ length: 200 }, () => bookAppointment(tools, counter.request())),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(seats);
      const failures = results.flatMap((result) => (result.ok ? [] : [result.failure]));
      expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['timeTaken']));
      expect(await appointmentsOf(counter)).toHaveLength(seats);
    },
  );

  test('fails for all who wait when it cannot be looked for, and is there for who comes after', async () => {
    const counter = await openCounter(1);
    const broken: BookingTools = {
      ...tools,
      readServiceTimes: () => Promise.reject(new Error('the database is gone')),
    };
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => bookAppointment(broken, counter.request())),
    );
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(await bookAppointment(tools, counter.request())).toMatchObject({ ok: true });
  });

  test('is lost with the nearest free times to choose from', async () => {
    const counter = await openCounter(1);
    await bookAppointment(tools, counter.request());
    const lost = await bookAppointment(tools, counter.request());
    if (lost.ok || !('nearest' in lost.failure)) throw new Error('not lost');
    expect(lost.failure.code).toBe('timeTaken');
    const minutes = lost.failure.nearest.map(({ startAt }) => (startAt - monday) / 60_000);
    expect(minutes).toEqual([-60, -40, -20, 20, 40, 60]);
    const startAt = lost.failure.nearest[0]?.startAt as EpochMilliseconds;
    expect(await bookAppointment(tools, counter.request({ startAt }))).toMatchObject({ ok: true });
  });

  test('goes to another free seat when somebody takes the first one at the last moment', async () => {
    const counter = await openCounter(2);
    await bookAppointment(tools, counter.request({ startAt: epochMilliseconds(monday - 20 * 60_000) }));
    const [first] = await appointmentsOf(counter);
    // The seat that has nothing yet is the one that a booking takes first.
    const other = counter.seatIds.find((seatId) => seatId !== first?.seatId);
    await asOwner(async (client) => {
      await client.query('begin');
      await client.query(copyAppointment, [first?.reference, 20, other, null]);
      const booking = bookAppointment(tools, counter.request());
      await untilSomebodyWaits(client);
      await client.query('commit');
      expect(await booking).toMatchObject({ ok: true, value: { again: false } });
    });
    const seats = (await appointmentsOf(counter)).filter(({ startAt }) => startAt.getTime() === monday);
    expect(seats.map(({ seatId }) => seatId).sort()).toEqual([...counter.seatIds].sort());
  });
});

/** Waits until another session stands still for a lock. */
async function untilSomebodyWaits(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
  }
}

describe('a seat', () => {
  test.each([-19, 0, 19])('is not booked twice even by raw SQL, %i minutes apart', async (minutes) => {
    const counter = await openCounter(1);
    const booked = await bookAppointment(tools, counter.request());
    const reference = booked.ok ? booked.value.reference : '';
    const overlap = asOwner((client) => client.query(copyAppointment, [reference, minutes, null, null]));
    await expect(overlap).rejects.toMatchObject({ code: '23P01' });
  });

  test('takes the next appointment right after the buffer', async () => {
    const counter = await openCounter(1);
    const booked = await bookAppointment(tools, counter.request());
    const reference = booked.ok ? booked.value.reference : '';
    await asOwner(async (client) => {
      expect((await client.query(copyAppointment, [reference, 20, null, null])).rowCount).toBe(1);
      expect((await client.query(copyAppointment, [reference, -20, null, null])).rowCount).toBe(1);
    });
  });
});

describe('a form that is sent again', () => {
  test('finds the first booking, also when both arrive at once', async () => {
    const counter = await openCounter(3);
    const request = counter.request();
    const results = await Promise.all(Array.from({ length: 20 }, () => bookAppointment(tools, request)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const booked = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(new Set(booked.map(({ reference }) => reference)).size).toBe(1);
    expect(booked.filter(({ again }) => !again)).toHaveLength(1);
    expect(await appointmentsOf(counter)).toHaveLength(1);
  });

  test('gives the link to who booked just now, and to nobody long after', async () => {
    const counter = await openCounter(1);
    const request = counter.request();
    const first = await bookAppointment(tools, request);
    const reference = first.ok ? first.value.reference : '';
    const linkToken = first.ok ? first.value.linkToken : '';
    const later = (minutes: number): BookingTools => ({
      ...tools,
      clock: { now: () => now + minutes * 60_000 },
    });
    expect(await bookAppointment(later(14), request)).toEqual({
      ok: true,
      value: { reference, linkToken, sheetCode: null, again: true },
    });
    expect(await bookAppointment(later(15), request)).toEqual({
      ok: true,
      value: { reference, linkToken: null, sheetCode: null, again: true },
    });
  });
});

describe('what cannot be booked', () => {
  test.each([
    ['a time between two that are offered', monday + 60_000],
    ['a time that is past', now - hour],
    ['a time beyond the horizon', now + 40 * 24 * hour],
  ])('%s is refused with the nearest free times', async (_what, startAt) => {
    const counter = await openCounter(1);
    const refused = await bookAppointment(tools, counter.request({ startAt: epochMilliseconds(startAt) }));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'timeNotOffered' } });
    expect(!refused.ok && 'nearest' in refused.failure && refused.failure.nearest).toHaveLength(6);
  });

  test('a service that is not there, or is of another organisation', async () => {
    const counter = await openCounter(1);
    const elsewhere = await openCounter(1);
    const { wish } = elsewhere.request();
    for (const asked of [makeWish('no-such-service'), wish]) {
      expect(await bookAppointment(tools, counter.request({ wish: asked }))).toEqual({
        ok: false,
        failure: { code: 'unknownService' },
      });
    }
    expect(await appointmentsOf(elsewhere)).toEqual([]);
  });

  test('a service that is not held over video', async () => {
    const counter = await openCounter(1);
    const { slug } = await createService(counter.organisationId, counter.teamId, { channels: ['counter'] });
    expect(await bookAppointment(tools, counter.request({ wish: makeWish(slug) }))).toMatchObject({
      failure: { code: 'timeNotOffered', nearest: [] },
    });
  });
});
