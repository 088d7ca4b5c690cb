import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, OrganisationId, ParticipantId, RoomName, VisitId } from '#journey/ids.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { visitCookie } from '#shared/cookies.ts';
import { hashToken } from '#shared/secrets.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createConversation,
  createNode,
  createParticipant,
  createPresence,
} from '../../../prisma/factories/conversation-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { exchangeLink, type LinkChoice } from './exchange-link.ts';
import { lookAtLink, type ReadCookie } from './look-at-link.ts';
import { findVisit } from './visit.data.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const linkSecret = 'link-secret-link-secret-link-secret-1';

/** Writes down what is asked of the video server; the real one is asked in the browser tests. */
const granted: { room: RoomName; identities: readonly ParticipantId[]; rights: RoomRights }[] = [];
const videoRooms = {
  grant: async (room: RoomName, identities: readonly ParticipantId[], rights: RoomRights) => {
    granted.push({ room, identities, rights });
  },
} as VideoRooms;
const tools = { clock: { now: () => now }, videoRooms };

let organisationId: OrganisationId;
let place: Parameters<typeof createAppointment>[0];
let appointment: Awaited<ReturnType<typeof createAppointment>>;
let seatStart = now;

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
});

beforeEach(async () => {
  granted.length = 0;
  seatStart += 3_600_000;
  appointment = await createAppointment(place, linkSecret, { startAt: new Date(seatStart) });
});

/** A browser: keeps the cookies that it is given. */
function openBrowser() {
  const jar = new Map<string, string>();
  const cookies: ReadCookie = (name) => jar.get(name);
  const look = (token: string = appointment.linkToken) =>
    lookAtLink(tools.clock, organisationId, token, cookies);
  const exchange = async (choice: LinkChoice, token: string = appointment.linkToken, byHand = true) => {
    const result = await exchangeLink(tools, organisationId, { token, choice, cookies, byHand });
    if (result.ok && result.value.cookieToken !== null)
      jar.set(visitCookie(result.value.reference), result.value.cookieToken);
    return result;
  };
  const visit = () =>
    withOrganisation(organisationId, (scope) =>
      findVisit(scope, appointment.reference, (jar.get(visitCookie(appointment.reference)) ?? '') as never),
    );
  return { jar, cookies, look, exchange, visit };
}

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);
const readEvents = (id: AppointmentId) =>
  inside(({ db }) =>
    db.event.findMany({
      where: { stream: `appointment:${id}` },
      orderBy: { number: 'asc' },
      select: { type: true, payload: true },
    }),
  );
const readVisits = () =>
  inside(({ db }) =>
    db.visit.findMany({ where: { appointmentId: appointment.id }, orderBy: { createdAt: 'asc' } }),
  );

describe('looking at a link', () => {
  test('tells the service and the day and changes nothing', async () => {
    const summary = await openBrowser().look();
    expect(summary).toEqual({
      services: [{ slug: expect.any(String), name: expect.objectContaining({ nl: expect.any(String) }) }],
      channel: 'video',
      startAt: seatStart,
      stage: 'prepare',
      saidComing: false,
      openElsewhere: false,
      openHere: false,
    });
    expect(await readVisits()).toEqual([]);
    expect(await readEvents(appointment.id)).toEqual([]);
  });

  test.each([
    ['of another secret', 'A'.repeat(43)],
    ['too short', 'abc'],
    ['empty', ''],
    ['with other characters', '../../etc/passwd%00'],
    ['very long', 'x'.repeat(5_000)],
  ])('is the same miss for a token %s', async (_kind, token) => {
    expect(await openBrowser().look(token)).toBeNull();
    const result = await openBrowser().exchange({ as: 'citizen' }, token);
    expect(result).toEqual({ ok: false, failure: { code: 'unknown' } });
  });

  test('does not find the link of another municipality', async () => {
    const other = await createOrganisation();
    expect(await lookAtLink(tools.clock, other.id, appointment.linkToken, () => undefined)).toBeNull();
    const result = await exchangeLink(tools, other.id, {
      token: appointment.linkToken,
      choice: { as: 'citizen' },
      cookies: () => undefined,
      byHand: true,
    });
    expect(result.ok).toBe(false);
  });
});

describe('exchanging a link', () => {
  test('gives the first browser the visit of the citizen, and stores only a hash of its cookie', async () => {
    const browser = openBrowser();
    const result = await browser.exchange({ as: 'citizen' });
    expect(result).toMatchObject({
      ok: true,
      value: { reference: appointment.reference, language: 'nl', cookieToken: expect.any(String) },
    });
    expect(await browser.visit()).toMatchObject({ actor: { role: 'citizen' }, yielded: false });
    const [visit] = await readVisits();
    const secret = browser.jar.get(visitCookie(appointment.reference)) as string;
    expect(visit?.tokenHash).toEqual(hashToken(secret as never));
    expect(JSON.stringify(await readEvents(appointment.id))).not.toContain(secret);
    expect((await readEvents(appointment.id)).map(({ type }) => type)).toEqual(['visit.opened']);
  });

  test('can be done again by the same browser, and stays one visit', async () => {
    const browser = openBrowser();
    await browser.exchange({ as: 'citizen' });
    expect(await browser.look()).toMatchObject({ openElsewhere: false });
    const again = await browser.exchange({ as: 'citizen' });
    expect(again).toMatchObject({ ok: true, value: { cookieToken: null } });
    expect(await readVisits()).toHaveLength(1);
  });

  test('is no answer to who a second browser is: that is asked', async () => {
    await openBrowser().exchange({ as: 'citizen' });
    const second = openBrowser();
    expect(await second.look()).toMatchObject({ openElsewhere: true });
    expect(await second.exchange({ as: 'citizen' })).toEqual({
      ok: false,
      failure: { code: 'openElsewhere' },
    });
    expect(await second.visit()).toBeNull();
  });

  test('of twenty browsers at once makes one citizen, and the others are asked', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => openBrowser().exchange({ as: 'citizen' })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.failure.code === 'openElsewhere')).toHaveLength(
      19,
    );
  });

  test('does not open another appointment with a cookie of this one', async () => {
    const browser = openBrowser();
    await browser.exchange({ as: 'citizen' });
    const token = browser.jar.get(visitCookie(appointment.reference)) as never;
    seatStart += 3_600_000;
    const other = await createAppointment(place, linkSecret, { startAt: new Date(seatStart) });
    expect(await inside((scope) => findVisit(scope, other.reference, token))).toBeNull();
  });
});

const hour = 3_600_000;
const day = 24 * hour;
const update = (data: object) =>
  inside(({ db }) => db.appointment.updateMany({ where: { id: appointment.id }, data }));
const states = [
  ['cancelled', () => update({ state: 'cancelled', cancelledAt: new Date(now) })],
  ['missed', () => update({ state: 'missed', missedAt: new Date(now) })],
  ['ended', () => endConversation()],
] as const;

async function endConversation() {
  await createConversation(organisationId, place.teamId, appointment.id, {
    state: 'ended',
    endedAt: new Date(now),
  });
}

/** An appointment that is over by its time alone. */
async function bookEarlier(milliseconds: number) {
  const startAt = new Date(now - milliseconds);
  const { id: seatId } = await createSeat(organisationId, place.teamId);
  appointment = await createAppointment({ ...place, seatId }, linkSecret, { startAt });
}

describe.each(states)('the link of an appointment that is %s', (stage, settle) => {
  test('says so to whoever opens it, and asks nobody who they are', async () => {
    await openBrowser().exchange({ as: 'citizen' });
    await settle();
    expect(await openBrowser().look()).toMatchObject({ stage, openElsewhere: false, openHere: false });
  });

  test('makes no visit and no event any more, whoever asks', async () => {
    await openBrowser().exchange({ as: 'citizen' });
    await settle();
    const [visits, events] = [await readVisits(), await readEvents(appointment.id)];
    const choices: LinkChoice[] = [
      { as: 'citizen' },
      { as: 'sameCitizen' },
      { as: 'companion', name: 'Karim Haddad' },
    ];
    for (const choice of choices)
      expect(await openBrowser().exchange(choice)).toEqual({ ok: false, failure: { code: 'over' } });
    expect(await readVisits()).toEqual(visits);
    expect(await readEvents(appointment.id)).toEqual(events);
  });

  test('still opens what is kept in the browser that took part', async () => {
    const browser = openBrowser();
    await browser.exchange({ as: 'citizen' });
    await settle();
    expect(await browser.look()).toMatchObject({ stage, openHere: true });
    expect(await browser.exchange({ as: 'citizen' })).toMatchObject({
      ok: true,
      value: { cookieToken: null },
    });
  });
});

describe('the link of an appointment whose time has passed', () => {
  test('says that it is over, as long as something of it is kept', async () => {
    await bookEarlier(3 * hour);
    expect(await openBrowser().look()).toMatchObject({ stage: 'missed' });
    expect(await openBrowser().exchange({ as: 'citizen' })).toEqual({ ok: false, failure: { code: 'over' } });
  });

  test('dies with the last that is kept: after the longest of its services’ days it is as unknown as any', async () => {
    const { id: short } = await createService(organisationId, place.teamId, { retentionDays: 30 });
    const both = { ...place, serviceIds: [short, ...place.serviceIds] };
    const ended = (milliseconds: number) => ({
      startAt: new Date(now - milliseconds - hour),
      endAt: new Date(now - milliseconds),
    });
    appointment = await createAppointment(both, linkSecret, ended(90 * day - 1));
    expect(await openBrowser().look()).toMatchObject({ stage: 'missed' });
    const { id: seatId } = await createSeat(organisationId, place.teamId);
    appointment = await createAppointment({ ...both, seatId }, linkSecret, ended(90 * day));
    expect(await openBrowser().look()).toBeNull();
    expect(await openBrowser().exchange({ as: 'citizen' })).toEqual({
      ok: false,
      failure: { code: 'unknown' },
    });
  });
});

describe('the same citizen on another device', () => {
  test('moves over: the earlier device yields, and is nowhere any more', async () => {
    const phone = openBrowser();
    await phone.exchange({ as: 'citizen' });
    const visitId = (await phone.visit())?.actor.visitId as VisitId;
    const nodeId = await createNode(organisationId);
    await createPresence(organisationId, { visitId, teamId: place.teamId, nodeId });

    const laptop = openBrowser();
    expect((await laptop.exchange({ as: 'sameCitizen' })).ok).toBe(true);
    expect(await laptop.visit()).toMatchObject({ actor: { role: 'citizen' }, yielded: false });
    expect(await phone.visit()).toMatchObject({ yielded: true });
    expect(await inside(({ db }) => db.presence.count({ where: { visitId } }))).toBe(0);
    expect((await readEvents(appointment.id)).map(({ type }) => type)).toEqual([
      'visit.opened',
      'visit.moved',
    ]);
  });

  test('goes back to the first device by the same link', async () => {
    const phone = openBrowser();
    const laptop = openBrowser();
    await phone.exchange({ as: 'citizen' });
    await laptop.exchange({ as: 'sameCitizen' });
    expect(await phone.look()).toMatchObject({ openElsewhere: true });
    expect((await phone.exchange({ as: 'sameCitizen' })).ok).toBe(true);
    expect(await phone.visit()).toMatchObject({ yielded: false });
    expect(await laptop.visit()).toMatchObject({ yielded: true });
  });

  test('in the middle of a conversation takes the rights from the earlier device and gets none itself', async () => {
    const phone = openBrowser();
    await phone.exchange({ as: 'citizen' });
    const visitId = (await phone.visit())?.actor.visitId as VisitId;
    const { id: clerkId } = await createStaffMember(organisationId, [place.teamId]);
    const conversation = await createConversation(organisationId, place.teamId, appointment.id, {
      state: 'admitted',
      clerkId,
      admittedAt: new Date(now),
    });
    const inTheCall = await createParticipant(organisationId, conversation.id, {
      visitId,
      state: 'admitted',
      admittedAt: new Date(now),
    });
    const laptop = openBrowser();
    await laptop.exchange({ as: 'sameCitizen' });
    expect(granted).toEqual([
      { room: conversation.roomName, identities: [inTheCall], rights: 'observeNothing' },
    ]);
    const laptopVisit = (await laptop.visit())?.actor.visitId as VisitId;
    expect(
      await inside(({ db }) => db.participant.count({ where: { visitId: laptopVisit, state: 'admitted' } })),
    ).toBe(0);
  });

  test('moves over once, when two devices try at the same time', async () => {
    await openBrowser().exchange({ as: 'citizen' });
    const devices = Array.from({ length: 6 }, openBrowser);
    const results = await Promise.all(devices.map((device) => device.exchange({ as: 'sameCitizen' })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const visits = await readVisits();
    expect(visits.filter(({ yieldedAt }) => yieldedAt === null)).toHaveLength(1);
    expect(visits).toHaveLength(7);
  });
});

describe('somebody who helps', () => {
  test('gets a visit of their own, under their own name, beside the citizen', async () => {
    const citizen = openBrowser();
    await citizen.exchange({ as: 'citizen' });
    const helper = openBrowser();
    const name = 'Karim Haddad';
    expect(await helper.exchange({ as: 'companion', name })).toMatchObject({ value: { role: 'companion' } });
    expect(await helper.exchange({ as: 'citizen' })).toMatchObject({ value: { role: 'companion' } });
    expect(await helper.visit()).toMatchObject({ actor: { role: 'companion' }, yielded: false });
    expect(await citizen.visit()).toMatchObject({ yielded: false });
    expect((await readVisits()).map(({ companionName }) => companionName)).toEqual([null, 'Karim Haddad']);
    expect(JSON.stringify(await readEvents(appointment.id))).not.toContain('Karim');
  });

  test('is refused when a leaked link brings a crowd', async () => {
    await openBrowser().exchange({ as: 'citizen' });
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        openBrowser().exchange({ as: 'companion', name: `Helper ${index}` }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(8);
    expect(results.filter((result) => !result.ok && result.failure.code === 'crowded')).toHaveLength(4);
  });
});
