import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { openingIntervals } from '#features/scheduling/opening-hours.ts';
import type { StaffActor } from '#journey/actor.ts';
import { systemActor } from '#journey/actor.ts';
import type { CallbackId, OrganisationId, SeatId, ServiceId, StaffMemberId, TeamId } from '#journey/ids.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import type { CallbackTools } from './callback-tools.ts';
import {
  claimCallback,
  listWindows,
  releaseCallback,
  rescheduleCallback,
  tryCallback,
  untryCallback,
} from './change-callback.ts';
import { type CallbackRequest, requestCallback } from './request-callback.ts';

/** Tuesday, 10.00 in Brussels. */
const start = Date.UTC(2026, 10, 24, 9);
const timeZone = 'Europe/Brussels';
let now = start;
const clock = { now: () => now };
let drawn = 0;
const tools: CallbackTools = {
  clock,
  openingsOf: openingIntervals,
  drawPhrase: () => {
    drawn += 1;
    return [`klaver${drawn}`, `brug${drawn}`];
  },
};

let organisationId: OrganisationId;
let teamId: TeamId;
let serviceId: ServiceId;
let mieke: StaffActor;
let jonas: StaffActor;

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);

async function sitDown(team: TeamId, name: string): Promise<StaffActor> {
  const member = await createStaffMember(organisationId, [team], { name });
  const seat = await createSeat(organisationId, team);
  return {
    kind: 'staff',
    organisationId,
    sessionId: 'session' as StaffActor['sessionId'],
    staffMemberId: member.id as StaffMemberId,
    name,
    roles: ['clerk'],
    teamIds: [team],
    seat: { id: seat.id as SeatId, name: 'Balie', teamId: team },
  };
}

/** Telephone from 9 to 16 on every day. */
const openPhone = (team: TeamId) =>
  inside(({ db }) =>
    db.openingHours.createMany({
      data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        organisationId,
        teamId: team,
        channel: 'phone' as const,
        weekday,
        opensAtMinute: 540,
        closesAtMinute: 960,
      })),
    }),
  );

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
});

beforeEach(async () => {
  now = start;
  teamId = (await createTeam(organisationId)).id;
  await inside(({ db }) => db.openingHours.deleteMany({ where: { teamId } }));
  await openPhone(teamId);
  serviceId = (await createService(organisationId, teamId)).id;
  [mieke, jonas] = [await sitDown(teamId, 'Mieke'), await sitDown(teamId, 'Jonas')];
});

afterAll(closeDatabase);

let numbers = 0;
function wish(change: Partial<CallbackRequest> = {}): CallbackRequest {
  numbers += 1;
  return {
    organisation: { id: organisationId, timeZone },
    service: { id: serviceId, teamId },
    submissionKey: randomUUID(),
    name: 'An Peeters',
    phone: `+3247012${String(numbers).padStart(4, '0')}`,
    question: null,
    wanted: 'soon',
    language: 'nl',
    by: systemActor,
    ...change,
  };
}

const rows = () => inside(({ db }) => db.callbackRequest.findMany({ where: { teamId } }));
const eventTypes = () =>
  inside(async ({ db }) => {
    const events = await db.event.findMany({
      where: { stream: `team:${teamId}` },
      orderBy: { number: 'asc' },
    });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toMatch(/Peeters|\+32/);
    return events.map(({ type }) => type);
  });

async function ask(change: Partial<CallbackRequest> = {}): Promise<CallbackId> {
  const asked = wish(change);
  await requestCallback(tools, asked);
  const [row] = (await rows()).filter(({ phone }) => phone === asked.phone);
  return row?.id as CallbackId;
}

const row = async (id: CallbackId) => (await rows()).find((each) => each.id === id);
const done = { ok: true, value: 'changed' };

describe('asking to be called', () => {
  test('promises the part of the day that runs, and a phrase; the seat hears of it', async () => {
    const asked = wish();
    expect(await requestCallback(tools, asked)).toEqual({
      ok: true,
      value: {
        phone: asked.phone,
        window: { startAt: start, endAt: start + 2 * 3_600_000 },
        phraseWords: [`klaver${drawn}`, `brug${drawn}`],
      },
    });
    expect(await eventTypes()).toEqual(['callback.requested']);
  });

  test('sent twice is one request with one phrase, also at the same moment, and also when it is settled', async () => {
    const asked = wish();
    const answers = await Promise.all([requestCallback(tools, asked), requestCallback(tools, asked)]);
    expect(answers[0]).toEqual(answers[1]);
    const [only, ...others] = await rows();
    expect(others).toEqual([]);
    await tryCallback(clock, mieke, only?.id as CallbackId, 'reached');
    expect(await requestCallback(tools, asked)).toEqual(answers[0]);
    expect(await rows()).toHaveLength(1);
  });

  test('of the same number about the same is one request, which shows no form the phrase of another', async () => {
    const first = wish();
    const before = await requestCallback(tools, first);
    const again = { ...first, submissionKey: randomUUID(), name: null, question: 'Mag dat?' };
    const after = await requestCallback(tools, again);
    const [only, ...others] = await rows();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'An Peeters', question: 'Mag dat?' });
    if (!before.ok || !after.ok) throw new Error('Both are taken.');
    expect(after.value.phraseWords).not.toEqual(before.value.phraseWords);
    expect(only?.phraseWords).toEqual([...before.value.phraseWords, ...after.value.phraseWords]);
  });

  test('about something else, or when the first request is done, is another one', async () => {
    const asked = wish();
    await requestCallback(tools, asked);
    const other = (await createService(organisationId, teamId)).id;
    await requestCallback(tools, {
      ...asked,
      submissionKey: randomUUID(),
      service: { id: other, teamId },
    });
    expect(await rows()).toHaveLength(2);
    const first = (await rows()).find((each) => each.serviceId === serviceId);
    await tryCallback(clock, mieke, first?.id as CallbackId, 'reached');
    await requestCallback(tools, { ...asked, submissionKey: randomUUID() });
    expect(await rows()).toHaveLength(3);
  });

  test('corrected, the wrong number is called no more; and a number that asked already stays one request', async () => {
    const wrong = wish();
    await requestCallback(tools, wrong);
    const right = wish({ submissionKey: wrong.submissionKey });
    await requestCallback(tools, right);
    expect(await rows()).toMatchObject([{ phone: right.phone }]);
    const second = wish();
    await requestCallback(tools, second);
    await requestCallback(tools, { ...second, phone: right.phone });
    expect(await rows()).toMatchObject([{ phone: right.phone }]);
  });

  test('corrected after the wrong number was called, it is asked anew', async () => {
    const wrong = wish();
    await requestCallback(tools, wrong);
    const [first] = await rows();
    await tryCallback(clock, mieke, first?.id as CallbackId, 'wrongNumber');
    const right = wish({ submissionKey: wrong.submissionKey });
    expect(await requestCallback(tools, right)).toMatchObject({ value: { phone: right.phone } });
    expect((await rows()).filter(({ settledAt }) => settledAt === null)).toMatchObject([
      { phone: right.phone },
    ]);
  });

  test('is refused where nobody can call, and for a part of a day that is over', async () => {
    await inside(({ db }) => db.openingHours.deleteMany({ where: { teamId } }));
    expect(await requestCallback(tools, wish())).toEqual({ ok: false, failure: { code: 'notOffered' } });
    await openPhone(teamId);
    const wanted = (start - 3_600_000) as CallbackRequest['wanted'];
    expect(await requestCallback(tools, wish({ wanted }))).toEqual({
      ok: false,
      failure: { code: 'windowGone' },
    });
    expect(await rows()).toEqual([]);
  });

  test('keeps off closing days', async () => {
    const reason = { nl: 'Feest', fr: 'Fête', en: 'Party', de: 'Fest' };
    await inside(({ db }) =>
      db.closure.create({ data: { organisationId, teamId, date: new Date('2026-11-24'), reason } }),
    );
    const answer = await requestCallback(tools, wish());
    expect(answer).toMatchObject({ value: { window: { startAt: start + 23 * 3_600_000 } } });
  });
});

describe('the seat', () => {
  test('takes a request in hand: a colleague hears who has it, and can take over', async () => {
    const id = await ask();
    expect(await claimCallback(clock, mieke, id, false)).toEqual(done);
    const refused = { ok: false, failure: { code: 'claimed', clerkName: 'Mieke' } };
    expect(await claimCallback(clock, jonas, id, false)).toEqual(refused);
    expect(await tryCallback(clock, jonas, id, 'reached')).toEqual(refused);
    expect(await releaseCallback(clock, jonas, id)).toEqual(refused);
    expect(await claimCallback(clock, jonas, id, true)).toEqual(done);
    expect(await releaseCallback(clock, jonas, id)).toEqual(done);
    expect(await row(id)).toMatchObject({ claimedById: null, claimedAt: null });
    expect(await eventTypes()).toEqual([
      'callback.requested',
      'callback.claimed',
      'callback.claimed',
      'callback.released',
    ]);
  });

  test('has one of two who take the same request at once', async () => {
    const id = await ask();
    const answers = await Promise.all([mieke, jonas].map((clerk) => claimCallback(clock, clerk, id, false)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('counts who did not answer, who rests for an hour and is free for everybody', async () => {
    const id = await ask();
    await claimCallback(clock, mieke, id, false);
    expect(await tryCallback(clock, mieke, id, 'noAnswer')).toEqual(done);
    expect(await row(id)).toMatchObject({
      tries: 1,
      claimedById: null,
      restsUntilAt: new Date(start + 3_600_000),
      settledAt: null,
    });
    expect(await tryCallback(clock, jonas, id, 'reached')).toEqual(done);
    expect(await row(id)).toMatchObject({ tries: 2, settledAt: new Date(start) });
    expect(await tryCallback(clock, mieke, id, 'reached')).toEqual({
      ok: false,
      failure: { code: 'settled' },
    });
  });

  test('takes back what it said itself, and nothing of a colleague', async () => {
    const id = await ask();
    await tryCallback(clock, mieke, id, 'wrongNumber');
    expect(await untryCallback(clock, jonas, id)).toMatchObject({ ok: false });
    expect(await untryCallback(clock, mieke, id)).toEqual(done);
    expect(await row(id)).toMatchObject({
      tries: 0,
      result: null,
      settledAt: null,
      claimedById: mieke.staffMemberId,
    });
  });

  test('agrees on another part of a day, of those that there are', async () => {
    const id = await ask();
    await tryCallback(clock, mieke, id, 'noAnswer');
    const [, second] = await listWindows(tools, mieke, timeZone);
    if (second === undefined) throw new Error('There is an afternoon.');
    expect(await rescheduleCallback(tools, mieke, timeZone, { id, untilAt: second.endAt })).toEqual(done);
    expect(await row(id)).toMatchObject({
      fromAt: new Date(second.startAt),
      untilAt: new Date(second.endAt),
      restsUntilAt: null,
    });
    now = second.endAt;
    expect(await rescheduleCallback(tools, mieke, timeZone, { id, untilAt: second.endAt })).toEqual({
      ok: false,
      failure: { code: 'windowGone' },
    });
  });

  test('is of the team alone, and of who sits at a seat', async () => {
    const id = await ask();
    const stranger = await sitDown((await createTeam(organisationId)).id, 'Lies');
    const refused = { ok: false, failure: { code: 'notFound' } };
    for (const actor of [stranger, { ...mieke, seat: null }]) {
      expect(await claimCallback(clock, actor, id, true)).toEqual(refused);
      expect(await tryCallback(clock, actor, id, 'reached')).toEqual(refused);
      expect(await untryCallback(clock, actor, id)).toEqual(refused);
    }
  });
});
