import { beforeEach, describe, expect, test } from 'vitest';
import { readLevel } from '#db/assurance.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { visitCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { exchangeLink } from './exchange-link.ts';
import { answerMatch, readMatch } from './match-devices.ts';
import { findVisit } from './visit.data.ts';

const start = Date.UTC(2026, 10, 24, 9, 30);
const linkSecret = 'link-secret-link-secret-link-secret-1';
const videoRooms = { grant: async () => {} } as unknown as VideoRooms;
let laterMinutes = 0;
const clock = { now: () => start + laterMinutes * 60_000 };

let counter: Counter;
let appointment: Awaited<ReturnType<typeof createAppointment>>;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  laterMinutes = 0;
  counter = await createCounter();
  const { id: seatId } = await createSeat(counter.organisation.id, counter.teamId);
  const place = {
    organisationId: counter.organisation.id,
    teamId: counter.teamId,
    seatId,
    serviceIds: [counter.serviceId],
  };
  appointment = await createAppointment(place, linkSecret, { startAt: new Date(start) });
});

/** A browser: keeps the cookie that it is given. */
function openDevice() {
  let cookie: string | undefined;
  const goOn = async () => {
    const result = await exchangeLink({ clock, videoRooms }, counter.organisation.id, {
      token: appointment.linkToken,
      choice: { as: 'sameCitizen' },
      cookies: (name) => (name === visitCookie(appointment.reference) ? cookie : undefined),
      byHand: true,
    });
    if (!result.ok) throw new Error(result.failure.code);
    cookie = result.value.cookieToken ?? cookie;
  };
  const actor = async () => {
    const visit = await inside((scope) => findVisit(scope, appointment.reference, cookie as never));
    if (visit === null) throw new Error('This device holds no visit.');
    return visit.actor;
  };
  const choose = async (number: number) => {
    const answered = await answerMatch(clock, await actor(), number);
    return answered.ok ? 'right' : answered.failure.code;
  };
  return { goOn, actor, choose, numbers: async () => readMatch({ clock }, await actor()) };
}

async function proveOn(device: ReturnType<typeof openDevice>): Promise<void> {
  const { organisationId, visitId } = await device.actor();
  const about = { appointmentId: appointment.id, serviceId: counter.serviceId };
  const { id } = await createRequest(organisationId, about, {
    state: 'fulfilled',
    settledAt: new Date(start),
  });
  const identity = {
    level: 'high',
    provider: 'itsme',
    method: 'app',
    name: 'Sofie Maes',
    evidence: {},
  } as const;
  await inside(({ db }) =>
    db.identification.create({
      data: { ...identity, organisationId, requestId: id, visitId, identifiedAt: new Date(start) },
    }),
  );
}
const level = () =>
  inside((scope) => readLevel(scope, { appointmentId: appointment.id, companionVisitId: null }));
const shown = () => inside(({ db }) => db.deviceMatch.findFirstOrThrow({ orderBy: { createdAt: 'desc' } }));
const events = () =>
  inside(async ({ db }) => {
    const rows = await db.event.findMany({ where: { stream: `appointment:${appointment.id}` } });
    return rows.map(({ type }) => type);
  });

describe('who proved who they are and goes on on another device', () => {
  test('chooses on the first one the number that the second one shows, and then it counts there', async () => {
    const [first, second] = [openDevice(), openDevice()];
    await first.goOn();
    await proveOn(first);
    expect(await level()).toBe('high');
    await second.goOn();
    expect(await level()).toBe('none');
    const { number, offered } = await shown();
    expect(new Set(offered).size).toBe(3);
    expect(await first.numbers()).toEqual(offered);
    expect(await second.numbers()).toBeNull();
    expect(await first.choose(number)).toBe('right');
    expect(await level()).toBe('high');
    expect(await first.choose(number)).toBe('over');
    expect(await events()).toContain('visit.matched');
  });

  test('has one choice: with another number it does not come along, and the right one is too late', async () => {
    const [first, second] = [openDevice(), openDevice()];
    await first.goOn();
    await proveOn(first);
    await second.goOn();
    const { number, offered } = await shown();
    expect(await first.choose(offered.find((each) => each !== number) as number)).toBe('wrong');
    expect(await first.choose(number)).toBe('over');
    expect(await level()).toBe('none');
    expect(await events()).toContain('visit.notMatched');
  });

  test('of ten choices at once one is heard', async () => {
    const [first, second] = [openDevice(), openDevice()];
    await first.goOn();
    await proveOn(first);
    await second.goOn();
    const { number } = await shown();
    const said = await Promise.all(Array.from({ length: 10 }, () => first.choose(number)));
    expect(said.filter((each) => each === 'right')).toHaveLength(1);
  });

  test('is asked for five minutes, three times, and not by the second device itself or once a third one came', async () => {
    const [first, second, third] = [openDevice(), openDevice(), openDevice()];
    await first.goOn();
    await proveOn(first);
    await second.goOn();
    const { number } = await shown();
    expect(await second.choose(number)).toBe('over');
    laterMinutes = 5;
    expect(await first.choose(number)).toBe('over');
    laterMinutes = 0;
    await third.goOn();
    expect(await first.choose(number)).toBe('over');
    expect(await level()).toBe('none');
    for (const device of [first, second, first, third, first]) await device.goOn();
    expect(await inside(({ db }) => db.deviceMatch.count())).toBe(3);
  });

  test('has it back at once in the browser in which it was proved', async () => {
    const [first, second] = [openDevice(), openDevice()];
    await first.goOn();
    await proveOn(first);
    await second.goOn();
    await first.goOn();
    expect(await level()).toBe('high');
  });

  test('is asked nothing where nothing was proved', async () => {
    const [first, second] = [openDevice(), openDevice()];
    await first.goOn();
    await second.goOn();
    expect(await first.numbers()).toBeNull();
    expect(await inside(({ db }) => db.deviceMatch.count())).toBe(0);
  });
});
