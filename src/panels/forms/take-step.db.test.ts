import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { closeDatabase } from '#db/client.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { TypedRow } from '#journey/forms/form-answers.ts';
import type { RequestId } from '#journey/ids.ts';
import {
  choiceField,
  createPublishedForm,
  everywhere,
  formOf,
  formStep,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import { createCounter, createWaitingCitizen } from '../../../prisma/factories/seat-factories.ts';
import { beginForm } from './open-form.ts';
import type { StepPress } from './sent-step.ts';
import { takeStep } from './take-step.ts';

const tools = {
  clock: { now: () => Date.UTC(2026, 10, 24, 9) },
  sealing: createAesSealing(() => 'a secret that only tests know'),
  timeZone: 'Europe/Brussels',
};
const form = formOf(
  formStep('what', [choiceField('kind', ['party', 'course'])]),
  formStep('party', [textField('street')], { condition: { field: 'kind', answer: 'party' } }),
  formStep('children', [textField('child')], { repeats: { least: 0, most: 3, row: everywhere('Kind') } }),
);

let actor: VisitActor;
let id: RequestId;

afterAll(closeDatabase);

beforeAll(async () => {
  const counter = await createCounter();
  const { appointmentId, visitId } = await createWaitingCitizen(counter);
  const organisationId = counter.organisation.id;
  actor = { kind: 'visitor', organisationId, visitId, appointmentId, role: 'citizen' };
  const { id: formId } = await createPublishedForm(organisationId, counter.serviceId, form);
  const about = { appointmentId, serviceId: counter.serviceId };
  ({ id } = await createRequest(organisationId, about, { kind: 'form', settings: { formId } }));
  await beginForm(tools, actor, id);
});

const take = (step: string, rows: readonly TypedRow[], press: StepPress) =>
  takeStep(tools, actor, id, { step, rows, seen: 99, press });
const next = { kind: 'next' } as const;
const previous = { kind: 'previous' } as const;
const child = (name: string): TypedRow => ({ child: [name] });

test('going on leads to what is asked next by what was just answered, and after the last step to the summary', async () => {
  expect(await take('what', [{ kind: ['course'] }], next)).toEqual({ kind: 'go', step: 'children' });
  expect(await take('what', [{ kind: ['party'] }], next)).toEqual({ kind: 'go', step: 'party' });
  expect(await take('children', [], next)).toEqual({ kind: 'go', step: null });
});

test('what is wrong keeps one from going on, and not from going back', async () => {
  expect(await take('party', [{ street: [''] }], next)).toMatchObject({
    kind: 'stay',
    problems: [{ row: 0, name: 'street', code: 'missing' }],
  });
  expect(await take('party', [{ street: [''] }], previous)).toEqual({ kind: 'go', step: 'what' });
});

test('a row is added after those that are filled in, and taken away with what is in it', async () => {
  const two = [child('Lou'), child('Mo')];
  const more = await take('children', two, { kind: 'add' });
  expect(more).toMatchObject({ kind: 'stay', rows: [...two, {}], problems: [] });
  const fewer = await take('children', two, { kind: 'drop', row: 0 });
  expect(fewer).toMatchObject({ kind: 'stay', rows: [child('Mo')] });
});

test('whoever is not identified is told of a masked number before going on', async () => {
  const row = child('Lou, 85.07.30-033.28');
  const told = await take('children', [row], next);
  expect(told).toMatchObject({ kind: 'stay', note: 'masked' });
  const rows = told.kind === 'stay' ? told.rows : [];
  expect(JSON.stringify(rows)).not.toContain('033');
  expect(await take('children', rows, next)).toEqual({ kind: 'go', step: null });
});
