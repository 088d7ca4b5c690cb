import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, VisitId } from '#journey/ids.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createNode, createVisit } from '../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../prisma/factories/seat-factories.ts';
import { keepPresence, type Presence } from './presence.ts';

const graceMilliseconds = 40;
const clock = { now: () => Date.now() };
const waiting = { attends: true, arrived: false };
const there = { attends: true, arrived: true };

let counter: Counter;
let appointmentId: AppointmentId;
let visitId: VisitId;
let nodeA: { readonly id: string; readonly presence: Presence };
let nodeB: typeof nodeA;

async function startNode(): Promise<typeof nodeA> {
  const id = await createNode(counter.organisation.id);
  return { id, presence: keepPresence({ nodeId: id, clock, graceMilliseconds }) };
}

beforeAll(async () => {
  counter = await createCounter();
});

beforeEach(async () => {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  appointmentId = (await createAppointment(place, 'a secret of links that only tests know')).id;
  visitId = (await createVisit(organisation.id, appointmentId)).id;
  nodeA = await startNode();
  nodeB = await startNode();
});

afterEach(() => {
  nodeA.presence.stop();
  nodeB.presence.stop();
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const readPresence = () => inside(({ db }) => db.presence.findFirst({ where: { visitId } }));
const readStory = async () =>
  (
    await inside(({ db }) =>
      db.event.findMany({ where: { stream: `appointment:${appointmentId}` }, orderBy: { number: 'asc' } }),
    )
  ).map(({ type }) => type.replace('visit.', ''));
const connect = (node: typeof nodeA) => node.presence.attend(counter.organisation.id, visitId);
const untilPresentAt = (node: typeof nodeA) =>
  vi.waitFor(async () => expect(await readPresence()).toMatchObject({ nodeId: node.id }));
const untilGone = () => vi.waitFor(async () => expect(await readPresence()).toBeNull());

describe('presence', () => {
  test('begins when a connected page is shown the waiting room, and not before', async () => {
    const connection = connect(nodeA);
    connection.shown({ attends: false, arrived: false });
    expect(await readStory()).toEqual([]);
    connection.shown(waiting);
    await untilPresentAt(nodeA);
    expect(await readStory()).toEqual(['arrived']);
  });

  test('ends a moment after the last connection is gone, and a reload does not blink', async () => {
    const first = connect(nodeA);
    first.shown(waiting);
    await untilPresentAt(nodeA);
    first.left();
    const reloaded = connect(nodeA);
    reloaded.shown(there);
    const secondTab = connect(nodeA);
    secondTab.shown(there);
    reloaded.left();
    secondTab.left();
    await untilGone();
    expect(await readStory()).toEqual(['arrived', 'departed']);
  });

  test('moves to another node without a departure', async () => {
    const first = connect(nodeA);
    first.shown(waiting);
    await untilPresentAt(nodeA);
    const second = connect(nodeB);
    second.shown(there);
    await untilPresentAt(nodeB);
    // Node A's moment is over before node B's; it has nothing to take away any more.
    first.left();
    second.left();
    await untilGone();
    expect(await readStory()).toEqual(['arrived', 'departed']);
  });

  test('comes back when another node wrote a departure while a tab here is still open', async () => {
    const here = connect(nodeA);
    here.shown(waiting);
    await untilPresentAt(nodeA);
    const elsewhere = connect(nodeB);
    elsewhere.shown(there);
    await untilPresentAt(nodeB);
    elsewhere.left();
    await untilGone();
    // The departure is in the stream that this tab follows, so it is shown the state again.
    here.shown(waiting);
    await untilPresentAt(nodeA);
    expect(await readStory()).toEqual(['arrived', 'departed', 'arrived']);
  });

  test('of a dead node is ended by whichever node survives, and by no living one', async () => {
    connect(nodeA).shown(waiting);
    await untilPresentAt(nodeA);
    await nodeB.presence.sweep();
    expect(await readPresence()).not.toBeNull();
    await database().pool.query(
      `update "Node" set "leaseExpiresAt" = clock_timestamp() - interval '1 second' where id = $1`,
      [nodeA.id],
    );
    await Promise.all([nodeB.presence.sweep(), nodeB.presence.sweep()]);
    expect(await readPresence()).toBeNull();
    expect(await readStory()).toEqual(['arrived', 'departed']);
  });

  test('is forgotten with a node only long after its death', async () => {
    const { rows } = await database().pool.query<{ id: string }>(
      `insert into "Node" (id, "leaseExpiresAt") values
        (gen_random_uuid(), clock_timestamp() - interval '2 minutes'), (gen_random_uuid(), clock_timestamp() - interval '10 seconds')
       returning id`,
    );
    await nodeB.presence.sweep();
    const { rows: left } = await database().pool.query<{ id: string }>(
      `select id from "Node" where id = any($1)`,
      [rows.map(({ id }) => id)],
    );
    expect(left).toEqual([{ id: rows[1]?.id }]);
  });
});
