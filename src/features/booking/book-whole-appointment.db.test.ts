import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readServiceTime, readServiceTimes } from '#features/scheduling/find-times.ts';
import type { StaffActor, StaffRole } from '#journey/actor.ts';
import type { AppointmentId, StaffSessionId } from '#journey/ids.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { deriveSheetCode, hashSheetCode } from '#shared/sheet-code.ts';
import {
  createLocation,
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { bookAppointment } from './book-appointment.ts';
import type { BookingRequest, BookingTools } from './booking-request.ts';

const now = Date.UTC(2026, 10, 20, 8);
const minute = 60_000;
const monday = epochMilliseconds(Date.UTC(2026, 10, 23, 9));
const linkSecret = 'a-secret-for-links-0123456789-0123456789';
const tools: BookingTools = {
  clock: { now: () => now },
  jobQueue: { enqueueDelivery: async () => {} },
  linkSecret,
  readServiceTime,
  readServiceTimes,
};
const nobody = { name: 'Sofie Van Daele', email: null, phone: null, remark: null };
afterAll(closeDatabase);

/** A counter with a move of a quarter of an hour and a certificate of ten minutes. */
async function openCounter() {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const move = await createService(organisationId, teamId, {
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 5,
    interpreterMinutes: 10,
  });
  const certificate = await createService(organisationId, teamId, {
    durationMinutes: 10,
    bufferAfterMinutes: 10,
  });
  const book = (changes: Partial<BookingRequest> = {}) =>
    bookAppointment(tools, {
      organisation: { id: organisationId, timeZone: 'Europe/Brussels' },
      wish: makeWish(move.slug),
      startAt: monday,
      submissionKey: randomUUID(),
      language: 'nl',
      details: { ...nobody, email: 'sofie@example.org' },
      principal: null,
      interpreterLanguage: null,
      wouldHaveCome: null,
      request: { kind: 'citizen' },
      ...changes,
    });
  const read = () =>
    withOrganisation(organisationId, ({ db }) =>
      db.appointment.findFirstOrThrow({
        include: { services: { orderBy: { position: 'asc' } }, principal: true, messages: true },
      }),
    );
  const clerk = async (roles: StaffRole[] = ['clerk']): Promise<StaffActor> => {
    const { id: staffMemberId, name } = await createStaffMember(organisationId, [teamId], { roles });
    const sessionId = randomUUID() as StaffSessionId;
    return {
      kind: 'staff',
      organisationId,
      sessionId,
      staffMemberId,
      name,
      roles,
      teamIds: [teamId],
      seat: null,
    };
  };
  return { organisationId, teamId, seatId, move, certificate, book, read, clerk };
}

describe('an appointment about several services', () => {
  test('lasts as long as all of them, with the longest buffers, in the order chosen', async () => {
    const { book, read, move, certificate } = await openCounter();
    const wish = makeWish(move.slug, { serviceSlugs: [certificate.slug, move.slug] });
    expect(await book({ wish })).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({
      occupiedFromAt: new Date(monday - 5 * minute),
      startAt: new Date(monday),
      endAt: new Date(monday + 25 * minute),
      occupiedUntilAt: new Date(monday + 35 * minute),
      services: [{ serviceId: certificate.id }, { serviceId: move.id }],
    });
  });

  test('is refused in words when they are of two teams, or one is not there', async () => {
    const { organisationId, book, move } = await openCounter();
    const { id: otherTeam } = await createTeam(organisationId);
    const other = await createService(organisationId, otherTeam);
    const wishOf = (...serviceSlugs: string[]) => ({ wish: makeWish(move.slug, { serviceSlugs }) });
    expect(await book(wishOf(move.slug, other.slug))).toEqual({
      ok: false,
      failure: { code: 'servicesApart' },
    });
    expect(await book(wishOf(move.slug, 'nothing'))).toEqual({
      ok: false,
      failure: { code: 'unknownService' },
    });
    expect(await book(wishOf())).toEqual({ ok: false, failure: { code: 'unknownService' } });
  });

  test('counts a service that is named twice once', async () => {
    const { book, read, move } = await openCounter();
    await book({ wish: makeWish(move.slug, { serviceSlugs: [move.slug, move.slug] }) });
    expect((await read()).services).toHaveLength(1);
  });
});

describe('what a citizen says of an appointment', () => {
  test('is kept: needs with the language of the interpreter, for whom, and how they would have come', async () => {
    const { book, read, move } = await openCounter();
    const booked = await book({
      wish: makeWish(move.slug, { needs: ['interpreter', 'companion'] }),
      interpreterLanguage: 'ti',
      wouldHaveCome: 'counter',
      principal: { kind: 'company', name: 'Bakkerij Klaver', registrationNumber: '0123456749' },
    });
    expect(booked).toMatchObject({ ok: true, value: { sheetCode: null } });
    expect(await read()).toMatchObject({
      needs: ['interpreter', 'companion'],
      interpreterLanguage: 'ti',
      wouldHaveCome: 'counter',
      requestChannel: 'website',
      bookedById: null,
      endAt: new Date(monday + 25 * minute),
      principal: { kind: 'company', name: 'Bakkerij Klaver', registrationNumber: '0123456749' },
    });
  });

  test('is kept of an association that no register knows, and of no company', async () => {
    const { book, read } = await openCounter();
    const principal = { kind: 'association', name: 'De Wandelvrienden', registrationNumber: null } as const;
    expect(await book({ principal })).toMatchObject({ ok: true });
    expect((await read()).principal).toMatchObject(principal);
    const company = book({ startAt: addMinutes(monday, 60), principal: { ...principal, kind: 'company' } });
    await expect(company).rejects.toThrow('Principal_number_is_of_an_enterprise');
  });

  test('is refused when an interpreter has no language, or a language no interpreter', async () => {
    const { book, move } = await openCounter();
    const unclear = { ok: false, failure: { code: 'interpreterUnclear' } };
    const wish = makeWish(move.slug, { needs: ['interpreter'] });
    expect(await book({ wish })).toEqual(unclear);
    expect(await book({ wish, interpreterLanguage: 'xx' })).toEqual(unclear);
    expect(await book({ interpreterLanguage: 'ti' })).toEqual(unclear);
    expect(await book({ wish, interpreterLanguage: 'ti' })).toMatchObject({ ok: true });
  });

  test('is the channel too: at the counter it is at a seat of the building', async () => {
    const { organisationId, teamId, book, read, move } = await openCounter();
    const { id: locationId } = await createLocation(organisationId);
    const counterSeat = await createSeat(organisationId, teamId, { channels: ['counter'], locationId });
    await withOrganisation(organisationId, async ({ db }) => {
      await db.service.updateMany({ data: { channels: ['video', 'counter'] } });
      await db.openingHours.create({
        data: {
          organisationId,
          teamId,
          channel: 'counter',
          locationId,
          weekday: 1,
          opensAtMinute: 540,
          closesAtMinute: 720,
        },
      });
    });
    const wish = makeWish(move.slug, { channel: 'counter', locationId });
    expect(await book({ wish })).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ channel: 'counter', seatId: counterSeat.id });
  });
});

describe('a booking by staff', () => {
  test('says who booked, and how the wish came', async () => {
    const { book, read, clerk, organisationId } = await openCounter();
    const actor = await clerk();
    const booked = await book({ request: { kind: 'staff', actor, requestChannel: 'phone' } });
    expect(booked).toMatchObject({ ok: true });
    const appointment = await read();
    expect(appointment).toMatchObject({ bookedById: actor.staffMemberId, requestChannel: 'phone' });
    const events = await withOrganisation(organisationId, ({ db }) => db.event.findMany());
    expect(new Set(events.map((event) => event.actorKind))).toEqual(new Set(['staff']));
  });

  test('needs no notice', async () => {
    const { book, clerk, organisationId } = await openCounter();
    await withOrganisation(organisationId, ({ db }) =>
      db.service.updateMany({ data: { minimumNoticeMinutes: 5 * 24 * 60 } }),
    );
    expect(await book()).toMatchObject({ failure: { code: 'timeNotOffered' } });
    const request = { kind: 'staff', actor: await clerk(), requestChannel: 'counter' } as const;
    expect(await book({ request })).toMatchObject({ ok: true });
  });

  test('gives who has neither mail nor telephone a code on a sheet, the same when it is sent again', async () => {
    const { book, read, clerk } = await openCounter();
    const request = { kind: 'staff', actor: await clerk(), requestChannel: 'counter' } as const;
    const submissionKey = randomUUID();
    const booked = await book({ request, details: nobody, submissionKey });
    const appointment = await read();
    const sheetCode = deriveSheetCode(linkSecret, appointment.id as AppointmentId);
    expect(booked).toMatchObject({ ok: true, value: { sheetCode, again: false } });
    expect(Buffer.from(appointment.sheetCodeHash ?? [])).toEqual(
      Buffer.from(hashSheetCode(linkSecret, sheetCode)),
    );
    expect(appointment.messages).toEqual([]);
    expect(await book({ request, details: nobody, submissionKey })).toMatchObject({
      value: { sheetCode, again: true },
    });
  });

  test('gives a code to who can be called and not written to', async () => {
    const { book, read, clerk } = await openCounter();
    const request = { kind: 'staff', actor: await clerk(), requestChannel: 'phone' } as const;
    const booked = await book({ request, details: { ...nobody, phone: '+3293234567' } });
    expect(booked).toMatchObject({ ok: true, value: { sheetCode: expect.any(String) } });
    expect((await read()).messages).toEqual([]);
  });

  test('is refused to who may not, and to who works elsewhere', async () => {
    const [here, elsewhere] = [await openCounter(), await openCounter()];
    for (const actor of [await here.clerk(['privacyOfficer']), await elsewhere.clerk()]) {
      const request = { kind: 'staff', actor, requestChannel: 'phone' } as const;
      expect(await here.book({ request })).toEqual({ ok: false, failure: { code: 'notAllowed' } });
    }
  });

  test('may take a time that is kept for staff, which a citizen cannot, whatever the form says', async () => {
    const { book, clerk, organisationId, move } = await openCounter();
    await withOrganisation(organisationId, ({ db }) =>
      db.service.updateMany({ data: { staffSharePercent: 100 } }),
    );
    const wish = makeWish(move.slug, { audience: 'staff' });
    expect(await book({ wish })).toMatchObject({ failure: { code: 'timeNotOffered' } });
    const request = { kind: 'staff', actor: await clerk(), requestChannel: 'email' } as const;
    expect(await book({ request })).toMatchObject({ ok: true });
  });
});
