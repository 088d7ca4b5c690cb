import { beforeEach, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { eraseQuestions } from './erase-questions.ts';

const day = 86_400_000;
const now = Date.now();
const clock = { now: () => now };
let counter: Counter;
let base: { appointmentId: string; askedById: string; askedTeamId: string; toTeamId: string };

beforeEach(async () => {
  counter = await createCounter();
  const { actor } = await createSeatedClerk(counter);
  const { appointmentId } = await createWaitingCitizen(counter);
  const { teamId } = counter;
  base = { appointmentId, askedById: actor.staffMemberId, askedTeamId: teamId, toTeamId: teamId };
});

/** A question of so many days ago, done with so many days ago; null for not done. */
async function question(words: string, askedDays: number, doneDays: number | null): Promise<void> {
  const at = (days: number) => new Date(now - days * day);
  const answered =
    doneDays === null
      ? {}
      : { answer: 'Ja', answeredById: base.askedById, answeredAt: at(doneDays), confirmedAt: at(doneDays) };
  await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
    db.backOfficeQuestion.create({
      data: {
        ...base,
        ...answered,
        organisationId,
        question: words,
        isForCitizen: true,
        createdAt: at(askedDays),
        answerBy: new Date(now + day),
      },
    }),
  );
}

test('questions to the back office go a week after they are done with, and after ninety days whatever became of them', async () => {
  await question('done long ago', 30, 7);
  await question('done lately', 30, 6);
  await question('open', 89, null);
  await question('forgotten', 90, null);
  expect(await eraseQuestions(clock, counter.organisation.id, 1)).toBe(2);
  const left = await withOrganisation(counter.organisation.id, ({ db }) =>
    db.backOfficeQuestion.findMany({ orderBy: { createdAt: 'asc' }, select: { question: true } }),
  );
  expect(left.map(({ question: words }) => words)).toEqual(['open', 'done lately']);
});
