import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { eraseAppointments } from './erase-appointments.ts';
import { eraseTextStops } from './erase-text-stops.ts';
import { eraseOldLines, eraseThreads } from './erase-threads.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 9);
let counter: Counter;

beforeAll(async () => {
  counter = await createCounter();
});

afterAll(closeDatabase);

test('what somebody wrote is erased with its address seven days after it was closed, and not before', async () => {
  const { organisation, teamId } = counter;
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisation.id, work);
  const write = (contactAddress: string, endedAt: Date | null) =>
    inside(({ db, organisationId }) =>
      db.conversation.create({
        data: {
          organisationId,
          teamId,
          channel: 'chat',
          means: 'sms',
          contactAddress,
          ownAddress: '+32460000000',
          surveyState: 'skipped',
          startedAt: new Date(now - 60 * day),
          state: endedAt === null ? 'waiting' : 'ended',
          endedAt,
          lines: { create: { number: 1, author: 'citizen', text: 'Hallo', at: new Date(now - 60 * day) } },
        },
        select: { id: true },
      }),
    );
  await write('+32470000001', new Date(now - 7 * day));
  await write('+32470000002', new Date(now - 7 * day));
  await write('+32470000003', new Date(now - 7 * day + 1));
  await write('+32470000004', null);
  expect(await eraseThreads({ now: () => now }, organisation.id, 1)).toBe(2);
  const left = await inside(({ db }) =>
    db.conversation.findMany({ select: { contactAddress: true }, orderBy: { contactAddress: 'asc' } }),
  );
  expect(left.map(({ contactAddress }) => contactAddress)).toEqual(['+32470000003', '+32470000004']);
  expect(await inside(({ db }) => db.textLine.count())).toBe(2);
});

test('that a number wants no text messages is forgotten two years after it was said last', async () => {
  const { organisation } = await createCounter();
  const { id } = organisation;
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) => withOrganisation(id, work);
  await inside(async (scope) => {
    await writeTextStop(scope, '+32470000001', new Date(now - 900 * day));
    await writeTextStop(scope, '+32470000001', new Date(now - 730 * day + 1));
    await writeTextStop(scope, '+32470000002', new Date(now - 730 * day));
    await writeTextStop(scope, '+32470000003', new Date(now - 731 * day));
  });
  expect(await eraseTextStops({ now: () => now }, id, 1)).toBe(2);
  const left = await inside(({ db }) => db.textStop.findMany());
  expect(left.map(({ phone }) => phone)).toEqual(['+32470000001']);
  const events = await inside(({ db }) => db.event.findMany({ where: { type: 'textStop.erased' } }));
  expect(JSON.stringify(events.map(({ payload }) => payload))).toBe('[{},{}]');
});

test('in what stays open, because somebody goes on writing, each line is erased after ninety days', async () => {
  const { organisation, teamId } = await createCounter();
  const { id } = organisation;
  const at = (days: number) => new Date(now - days * day);
  const line = { author: 'citizen' as const, text: 'Hallo' };
  await withOrganisation(id, ({ db, organisationId }) =>
    db.conversation.create({
      data: {
        organisationId,
        teamId,
        channel: 'chat',
        means: 'sms',
        contactAddress: '+32470000009',
        ownAddress: '+32460000000',
        surveyState: 'skipped',
        startedAt: at(120),
        lines: {
          create: [120, 90, 89, 1].map((days, index) => ({ ...line, number: index + 1, at: at(days) })),
        },
      },
      select: { id: true },
    }),
  );
  expect(await eraseOldLines({ now: () => now }, id)).toBe(1);
  const left = await withOrganisation(id, ({ db }) => db.textLine.findMany({ orderBy: { number: 'asc' } }));
  expect(left.map(({ number }) => number)).toEqual([3, 4]);
});

test('the erasure of an appointment leaves what was written about it, without the appointment', async () => {
  const own = await createCounter();
  const { organisation, teamId, serviceId } = own;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const startAt = new Date(now - 400 * day);
  const { id: aboutAppointmentId } = await createAppointment(place, 'a secret of links', { startAt });
  await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.conversation.create({
      data: {
        organisationId,
        teamId,
        aboutAppointmentId,
        channel: 'chat',
        means: 'email',
        contactAddress: 'an@example.org',
        ownAddress: 'balie@leiebeke.example',
        surveyState: 'skipped',
        startedAt: startAt,
      },
      select: { id: true },
    }),
  );
  expect(await eraseAppointments({ now: () => now }, organisation.id)).toBe(1);
  expect(await withOrganisation(organisation.id, ({ db }) => db.conversation.findMany())).toMatchObject([
    { contactAddress: 'an@example.org', aboutAppointmentId: null },
  ]);
});
