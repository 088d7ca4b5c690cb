import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readReadiness } from '#db/readiness.ts';
import { readQueueRows } from '#features/seat/queue.data.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import type { VisitActor } from '#journey/actor.ts';
import { countReady } from '#journey/readiness.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat, createService } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { tickItem } from './tick-item.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };
const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

let counter: Counter;
let actor: VisitActor;
/** Of the first service: a card and a photo; the second one asks the card too. */
let [card, photo] = ['', ''];

beforeAll(async () => {
  counter = await createCounter();
  const { organisation, teamId, serviceId } = counter;
  const { id: second } = await createService(organisation.id, teamId);
  card = await require(serviceId, 1, 'Identiteitskaart');
  photo = await require(serviceId, 2, 'Pasfoto');
  await require(second, 1, 'Identiteitskaart');
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId, second] };
  const times = { startAt: new Date(now + 86_400_000), endAt: new Date(now + 87_300_000) };
  const { id: appointmentId } = await createAppointment(place, 'a secret of links', times);
  const principal = { kind: 'child' as const, name: 'Noor', organisationId: organisation.id, appointmentId };
  await withOrganisation(organisation.id, ({ db }) => db.principal.create({ data: principal }));
  const { id: visitId } = await createVisit(organisation.id, appointmentId);
  actor = { kind: 'visitor', organisationId: organisation.id, visitId, appointmentId, role: 'citizen' };
});
afterAll(closeDatabase);

async function require(serviceId: string, position: number, title: string): Promise<string> {
  const words = { icon: 'file-text', title: everywhere(title), reason: everywhere('Omdat') };
  return withOrganisation(counter.organisation.id, async ({ db, organisationId }) => {
    const data = { ...words, organisationId, serviceId, position };
    return (await db.serviceRequirement.create({ data, select: { id: true } })).id;
  });
}

const counted = () =>
  withOrganisation(actor.organisationId, async (scope) => {
    const readiness = await readReadiness(scope, actor.appointmentId);
    const question = { teamId: counter.teamId, ids: [actor.appointmentId], now };
    const [row] = await readQueueRows(scope, question);
    return { page: readiness && countReady(readiness), seat: row?.preparation };
  });

test('what is ready is counted alike for citizen and seat, and what two services ask is one thing', async () => {
  expect(await counted()).toEqual({ page: { all: 3, ready: 0 }, seat: null });
  await tickItem(clock, actor, { itemKey: photo, ready: true });
  await tickItem(clock, actor, { itemKey: 'mandate', ready: true });
  expect(await counted()).toEqual({
    page: { all: 3, ready: 2 },
    seat: { all: 3, ready: 2, documents: 0 },
  });
  await tickItem(clock, actor, { itemKey: photo, ready: false });
  expect(await counted()).toMatchObject({ page: { ready: 1 }, seat: { ready: 1 } });
});

test('an open page learns of it', async () => {
  const version = () =>
    withOrganisation(actor.organisationId, async (scope) => {
      const loaded = await loadVisitView(scope, actor.visitId, now);
      return loaded?.view.version ?? -1;
    });
  const before = await version();
  await tickItem(clock, actor, { itemKey: photo, ready: true });
  expect(await version()).toBeGreaterThan(before);
});

test('saying it twice changes nothing, and tells nobody again', async () => {
  const count = () =>
    withOrganisation(actor.organisationId, ({ db }) =>
      db.event.count({ where: { type: { startsWith: 'preparation.' } } }),
    );
  await tickItem(clock, actor, { itemKey: card, ready: true });
  const before = await count();
  expect(await tickItem(clock, actor, { itemKey: card, ready: true })).toBe(true);
  expect(await count()).toBe(before);
});

test('only what was asked can be ready, and only the citizen says so', async () => {
  for (const itemKey of ['', 'x', counter.serviceId])
    expect(await tickItem(clock, actor, { itemKey, ready: true })).toBe(false);
  expect(await tickItem(clock, { ...actor, role: 'companion' }, { itemKey: card, ready: false })).toBe(false);
  const over = { now: () => now + 3 * 86_400_000 };
  expect(await tickItem(over, actor, { itemKey: card, ready: false })).toBe(false);
});
