import { beforeAll, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { TestResults } from '#journey/device-test-results.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { saveTest } from './save-test.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };
const results: TestResults = {
  browser: 'fit',
  camera: 'works',
  microphone: 'works',
  speaker: 'heard',
  connection: {
    signalling: true,
    media: true,
    transport: 'udp',
    routes: { udp: 'yes', tcp: 'no', turn: 'notOffered' },
    roundTripMilliseconds: 12.5,
    lossPercent: 0,
    uploadKilobits: 500,
  },
};

let counter: Counter;
beforeAll(async () => {
  counter = await createCounter();
});

async function invite(
  role: 'citizen' | 'companion' = 'citizen',
  overrides: Parameters<typeof createAppointment>[2] = {},
): Promise<VisitActor> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const { id: appointmentId } = await createAppointment(
    place,
    'a secret of links that only tests know',
    overrides,
  );
  const companionName = role === 'companion' ? 'Karim Haddad' : null;
  const { id: visitId } = await createVisit(organisation.id, appointmentId, { role, companionName });
  return { kind: 'visitor', organisationId: organisation.id, visitId, appointmentId, role };
}

const read = ({ organisationId, appointmentId }: VisitActor) =>
  withOrganisation(organisationId, async ({ db }) => ({
    tests: await db.deviceTest.findMany({
      where: { appointmentId },
      select: { verdict: true, results: true },
    }),
    events: await db.event.findMany({ where: { stream: `appointment:${appointmentId}` } }),
  }));

test('a test is kept with the appointment, and told to its team', async () => {
  const actor = await invite();
  expect(await saveTest({ clock }, actor, results)).toBe(true);
  const { tests, events } = await read(actor);
  expect(tests).toEqual([{ verdict: 'limited', results }]);
  expect(events).toMatchObject([{ type: 'device.tested', payload: { verdict: 'limited' } }]);
});

test('only the last test counts', async () => {
  const actor = await invite();
  await saveTest({ clock }, actor, results);
  const better = { ...results, connection: { ...results.connection, uploadKilobits: 3_000 } };
  await saveTest({ clock }, actor, better);
  expect((await read(actor)).tests).toEqual([{ verdict: 'good', results: better }]);
});

test('a helper’s test, and one for a cancelled appointment, are not kept', async () => {
  const helper = await invite('companion');
  const late = await invite('citizen', { state: 'cancelled', cancelledAt: new Date(now) });
  for (const actor of [helper, late]) {
    expect(await saveTest({ clock }, actor, results)).toBe(false);
    expect(await read(actor)).toEqual({ tests: [], events: [] });
  }
});
