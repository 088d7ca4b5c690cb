import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { listReports } from './list-reports.ts';
import { listComplaints, makeComplaint, settleComplaint } from './make-complaint.ts';

let counter: Counter;
let supervisor: StaffActor;
let concerned: StaffActor;
let citizen: WaitingCitizen;
let visitor: VisitActor;

const clock = { now: () => Date.now() };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  counter = await createCounter();
  supervisor = (await createSeatedClerk(counter, { roles: ['supervisor'] })).actor;
  concerned = (await createSeatedClerk(counter, { name: 'Mieke', roles: ['clerk', 'supervisor'] })).actor;
  citizen = await createWaitingCitizen(counter);
  visitor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId: citizen.visitId,
    appointmentId: citizen.appointmentId,
    role: 'citizen',
  };
  await inside(({ db }) =>
    db.conversation.updateMany({
      where: { id: citizen.conversationId },
      data: { state: 'admitted', admittedAt: new Date(), clerkId: concerned.staffMemberId },
    }),
  );
});

const complaint = (key = randomUUID()) => ({
  key,
  subject: 'treatment' as const,
  words: 'Ik werd niet geholpen.',
  contact: 'sofie@example.org',
});

describe('a complaint', () => {
  test('reaches the supervisors, once however often it is sent, and says whom it concerns', async () => {
    const form = complaint();
    for (let time = 0; time < 3; time += 1) expect(await makeComplaint(clock, visitor, form)).toBe(true);
    expect(await listComplaints(supervisor)).toMatchObject([
      { words: 'Ik werd niet geholpen.', contact: 'sofie@example.org', clerkName: 'Mieke', isSettled: false },
    ]);
  });

  test('is neither read nor settled by whom it concerns, also when that is a supervisor', async () => {
    await makeComplaint(clock, visitor, complaint());
    const [made] = (await listComplaints(supervisor)) ?? [];
    expect(await listComplaints(concerned)).toEqual([]);
    expect(await settleComplaint(clock, concerned, made?.id ?? '')).toBe(false);
    expect(await settleComplaint(clock, supervisor, made?.id ?? '')).toBe(true);
    expect(await listComplaints(supervisor)).toMatchObject([{ isSettled: true }]);
  });

  test('is read by everybody who supervises where nobody spoke yet', async () => {
    await inside(({ db }) =>
      db.conversation.updateMany({
        where: { id: citizen.conversationId },
        data: { state: 'waiting', admittedAt: null, clerkId: null },
      }),
    );
    await makeComplaint(clock, visitor, complaint());
    expect(await listComplaints(concerned)).toHaveLength(1);
  });

  test('is no business of clerks, and outlives its appointment', async () => {
    await makeComplaint(clock, visitor, complaint());
    const clerk = (await createSeatedClerk(counter)).actor;
    expect(await listComplaints(clerk)).toBeNull();
    expect(await listReports(clerk)).toBeNull();
    await inside(({ db }) => db.appointment.deleteMany({ where: { id: citizen.appointmentId } }));
    expect(await listComplaints(supervisor)).toHaveLength(1);
    expect(await makeComplaint(clock, visitor, complaint())).toBe(false);
  });
});
