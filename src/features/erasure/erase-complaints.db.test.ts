import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { openComplaintDays, settledComplaintDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import { createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { eraseComplaints } from './erase-complaints.ts';

const now = Date.UTC(2026, 10, 24, 10, 0);
const daysAgo = (days: number) => new Date(now - days * DAY_MILLISECONDS);

test('complaints go their days after they were settled, or made and never settled', async () => {
  const counter = await createCounter();
  const { actor } = await createSeatedClerk(counter);
  const organisationId = counter.organisation.id;
  const make = (words: string, madeDays: number, settledDays: number | null) => ({
    organisationId,
    teamId: counter.teamId,
    reference: '7K2M-QX4D',
    submissionKey: randomUUID(),
    subject: 'other' as const,
    words,
    madeAt: daysAgo(madeDays),
    settledAt: settledDays === null ? null : daysAgo(settledDays),
    settledById: settledDays === null ? null : actor.staffMemberId,
  });
  const data = [
    make('settled long ago', settledComplaintDays + 1, settledComplaintDays),
    make('settled', settledComplaintDays + 1, settledComplaintDays - 1),
    make('never settled', openComplaintDays, null),
    make('open', openComplaintDays - 1, null),
  ];
  await withOrganisation(organisationId, ({ db }) => db.complaint.createMany({ data }));
  expect(await eraseComplaints({ now: () => now }, organisationId, 1)).toBe(2);
  const left = await withOrganisation(organisationId, ({ db }) => db.complaint.findMany());
  expect(left.map(({ words }) => words).sort()).toEqual(['open', 'settled']);
});
