import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readPreparatoryForm } from '#db/preparatory-form.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { PreparatoryQuestionId } from '#journey/ids.ts';
import { missingAnswers } from '#journey/preparatory-questions.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createConversation, createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { saveAnswers } from './save-answers.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };
const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

let counter: Counter;
let since: PreparatoryQuestionId;
let rent: PreparatoryQuestionId;
let why: PreparatoryQuestionId;

beforeAll(async () => {
  counter = await createCounter();
  since = await ask(1, { kind: 'date', isMandatory: true });
  rent = await ask(2, { kind: 'choice', choices: [everywhere('Huren'), everywhere('Kopen')] });
  why = await ask(3, { kind: 'text' });
});
afterAll(closeDatabase);

async function ask(
  position: number,
  question: { kind: 'text' | 'choice' | 'date'; isMandatory?: boolean; choices?: object[] },
): Promise<PreparatoryQuestionId> {
  const { organisation, serviceId } = counter;
  return withOrganisation(organisation.id, async ({ db, organisationId }) => {
    const data = { ...question, organisationId, serviceId, position, label: everywhere('Vraag') };
    return (await db.serviceQuestion.create({ data, select: { id: true } })).id as PreparatoryQuestionId;
  });
}

async function invite(): Promise<VisitActor> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const times = { startAt: new Date(now + 86_400_000), endAt: new Date(now + 87_300_000) };
  const { id } = await createAppointment(place, 'a secret of links', { ...times, remark: 'Mag dit?' });
  const { id: visitId } = await createVisit(organisation.id, id);
  return { kind: 'visitor', organisationId: organisation.id, visitId, appointmentId: id, role: 'citizen' };
}

const read = ({ organisationId, appointmentId }: VisitActor) =>
  withOrganisation(organisationId, async (scope) => {
    const form = await readPreparatoryForm(scope, appointmentId);
    return {
      remark: (await scope.db.appointment.findFirst({ where: { id: appointmentId } }))?.remark,
      answers: form[0]?.questions.map(({ answer }) => answer),
      missing: missingAnswers(form).map(({ id }) => id),
      events: await scope.db.event.count({
        where: { stream: `appointment:${appointmentId}`, type: 'preparation.answered' },
      }),
    };
  });

test('what is answered is kept, and what makes no sense keeps nothing else from it', async () => {
  const actor = await invite();
  const answers = { [since]: 'gisteren', [rent]: 'Huren', [why]: ' Omdat het moet. ' };
  expect(await saveAnswers(clock, actor, { remark: 'Mag dit ook morgen?', answers })).toBe('saved');
  expect(await read(actor)).toEqual({
    remark: 'Mag dit ook morgen?',
    answers: [null, 'Huren', 'Omdat het moet.'],
    missing: [since],
    events: 1,
  });
  const better = { [since]: '2026-11-01', [rent]: '' };
  await saveAnswers(clock, actor, { remark: null, answers: better });
  expect(await read(actor)).toMatchObject({
    remark: 'Mag dit ook morgen?',
    answers: ['2026-11-01', null, 'Omdat het moet.'],
    missing: [],
  });
});

test('the same once more is no news', async () => {
  const actor = await invite();
  await saveAnswers(clock, actor, { remark: 'Mag dit?', answers: {} });
  expect((await read(actor)).events).toBe(0);
});

test('sensitive numbers are made unreadable, and the citizen is told', async () => {
  const actor = await invite();
  const answers = { [why]: 'Op BE68 5390 0754 7034.' };
  expect(await saveAnswers(clock, actor, { remark: 'Nr. 85.07.30-033.28', answers })).toBe('masked');
  const { remark, answers: kept } = await read(actor);
  expect(remark).toBe('Nr. ••.••.••-•••.••');
  expect(kept?.[2]).not.toMatch(/\d/);
});

test('nothing is taken from a companion, or once the conversation began', async () => {
  const actor = await invite();
  const typed = { remark: 'Anders', answers: { [why]: 'Anders' } };
  expect(await saveAnswers(clock, { ...actor, role: 'companion' }, typed)).toBe('over');
  const clerk = await createSeatedClerk(counter);
  const { organisation, teamId } = counter;
  await createConversation(organisation.id, teamId, actor.appointmentId, {
    state: 'admitted',
    admittedAt: new Date(now),
    clerkId: clerk.actor.staffMemberId,
    seatId: clerk.seatId,
  });
  expect(await saveAnswers(clock, actor, typed)).toBe('over');
  expect(await read(actor)).toMatchObject({ remark: 'Mag dit?', answers: [null, null, null] });
});
