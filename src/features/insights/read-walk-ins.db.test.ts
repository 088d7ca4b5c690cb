import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { drawReference } from '#features/booking/reference.ts';
import { insertWalkIn } from '#features/walk-in/counters.data.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ServiceId, StaffMemberId, StaffSessionId } from '#journey/ids.ts';
import type { LocalDate } from '#journey/local-time.ts';
import { addMinutes, epochMilliseconds, toDate } from '#journey/time.ts';
import { createService } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { readWalkIns } from './read-walk-ins.ts';

const november = {
  period: null,
  from: '2026-11-01' as LocalDate,
  until: '2026-11-30' as LocalDate,
  serviceSlug: null,
};
const nine = epochMilliseconds(Date.UTC(2026, 10, 24, 8));

let counter: Counter;
let other: { id: ServiceId; slug: string };

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

type Came = {
  serviceId?: ServiceId;
  at?: typeof nine;
  admittedAfter?: number[];
  state?: 'cancelled' | 'missed';
};

/** Somebody who joined the open counter, and was let in after so many minutes, again after more. */
function come({
  serviceId = counter.serviceId,
  at = nine,
  admittedAfter = [],
  state,
}: Came = {}): Promise<void> {
  const id = randomUUID() as AppointmentId;
  return inside(async (scope) => {
    await insertWalkIn(scope, {
      id,
      reference: drawReference(),
      teamId: counter.teamId,
      serviceId,
      channel: 'video',
      submissionKey: randomUUID(),
      citizenName: 'Koen Maes',
      phone: null,
      language: 'nl',
      phraseWords: ['klaver', 'brug'],
      linkTokenHash: crypto.getRandomValues(new Uint8Array(32)),
      startAt: at,
      endAt: addMinutes(at, 15),
      createdAt: at,
    });
    for (const minutes of admittedAfter)
      await recordEvent(scope, {
        streams: [`appointment:${id}`],
        type: 'conversation.admitted',
        actor: { kind: 'system' },
        payload: {},
        at: addMinutes(at, minutes),
      });
    const over = {
      cancelled: { cancelledAt: toDate(at), cancelledBy: 'citizen' },
      missed: { missedAt: toDate(at) },
    };
    if (state !== undefined)
      await scope.db.appointment.updateMany({ where: { id }, data: { state, ...(over[state] as object) } });
  });
}

beforeAll(async () => {
  counter = await createCounter();
  other = await createService(counter.organisation.id, counter.teamId);
  for (const minutes of [3, 5, 8, 13]) await come({ admittedAfter: [minutes] });
  await come({ admittedAfter: [21, 55] });
  await come({ state: 'cancelled' });
  await come({ state: 'missed' });
  await come({ serviceId: other.id, admittedAfter: [2] });
  // Half past eleven at night on the last of October, and midnight after the last of November, in Brussels.
  await come({ at: epochMilliseconds(Date.UTC(2026, 9, 31, 22, 30)) });
  await come({ at: epochMilliseconds(Date.UTC(2026, 10, 30, 23)) });
});

const staff = (roles: StaffActor['roles']): StaffActor => ({
  kind: 'staff',
  organisationId: counter.organisation.id,
  sessionId: crypto.randomUUID() as StaffSessionId,
  staffMemberId: crypto.randomUUID() as StaffMemberId,
  name: 'Els',
  roles,
  teamIds: [],
  seat: null,
});

test('the open counter tells how many came, how long they waited for their turn and how many left before it', async () => {
  const insights = await readWalkIns(staff(['supervisor']), november);
  expect(insights?.total).toEqual({ came: 8, medianWaitMinutes: 8, left: 2 });
});

test('per service it keeps back what would tell of fewer than five people', async () => {
  const insights = await readWalkIns(staff(['supervisor']), november);
  expect(insights?.perService.map(({ service, ...figures }) => [service.id, figures])).toEqual([
    [counter.serviceId, { came: 7, medianWaitMinutes: null, left: null }],
    [other.id, { came: 1, medianWaitMinutes: null, left: null }],
  ]);
  const narrowed = await readWalkIns(staff(['supervisor']), { ...november, serviceSlug: other.slug });
  expect(narrowed?.total).toMatchObject({ came: 1, left: null });
  expect(narrowed?.perService).toHaveLength(1);
});

test.each([[['clerk']], [['administrator']], [['privacyOfficer']]] as const)(
  'it is not for %s',
  async (roles) => {
    expect(await readWalkIns(staff(roles), november)).toBeNull();
  },
);
