import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { moveRequest } from '#db/requests.ts';
import { systemActor, type VisitActor } from '#journey/actor.ts';
import type { TypedRow } from '#journey/forms/form-answers.ts';
import type { RequestId } from '#journey/ids.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import {
  choiceField,
  createPublishedForm,
  formOf,
  formStep,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { beginForm, readOwnForm } from './open-form.ts';
import { readSentForm } from './read-sent-form.ts';
import { type SavedStep, saveStep } from './save-step.ts';
import { sendForm } from './send-form.ts';

const at = Date.UTC(2026, 10, 24, 9);
const tools = {
  clock: { now: () => at },
  sealing: createAesSealing(() => 'a secret that only tests know'),
  timeZone: 'Europe/Brussels',
};
const form = formOf(
  formStep('what', [choiceField('kind', ['party', 'course']), textField('who', { prefillFrom: 'name' })]),
  formStep('party', [textField('street')], { condition: { field: 'kind', answer: 'party' } }),
  formStep('why', [textField('reason', { isMandatory: false })]),
);

let counter: Counter;
let citizen: WaitingCitizen;
let actor: VisitActor;
let id: RequestId;

afterAll(closeDatabase);

beforeEach(async () => {
  counter = await createCounter();
  citizen = await createWaitingCitizen(counter);
  const organisationId = counter.organisation.id;
  const { appointmentId, visitId } = citizen;
  actor = { kind: 'visitor', organisationId, visitId, appointmentId, role: 'citizen' };
  const { id: formId } = await createPublishedForm(organisationId, counter.serviceId, form);
  id = await ask({ settings: { formId } });
});

async function ask(overrides: Parameters<typeof createRequest>[2]): Promise<RequestId> {
  const about = { appointmentId: citizen.appointmentId, serviceId: counter.serviceId };
  const request = await createRequest(counter.organisation.id, about, { kind: 'form', ...overrides });
  return request.id;
}

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const readRequest = () => inside(({ db }) => db.request.findFirstOrThrow({ where: { id } }));
const row = (values: Record<string, string>): TypedRow =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));

const save = (step: string, values: Record<string, string>, seen = 99): Promise<SavedStep> =>
  saveStep(tools, actor, id, { step, rows: [row(values)], seen });

async function answersNow() {
  const own = await readOwnForm(tools, actor, id);
  if (own.kind !== 'begun') throw new Error('Nobody began.');
  return own.filling;
}

async function fillIn(): Promise<number> {
  await beginForm(tools, actor, id);
  await save('what', { kind: 'party', who: 'Sofie Maes' });
  await save('party', { street: 'Veldstraat' });
  return (await answersNow()).revision;
}

describe('filling in a form', () => {
  test('begins once, with what the booking tells; opening its page begins nothing', async () => {
    expect(await readOwnForm(tools, actor, id)).toMatchObject({ kind: 'notBegun' });
    expect((await readRequest()).state).toBe('sent');
    expect(await beginForm(tools, actor, id)).toBe(true);
    expect(await beginForm(tools, actor, id)).toBe(true);
    const { citizenName } = await inside(({ db }) =>
      db.appointment.findFirstOrThrow({ where: { id: citizen.appointmentId } }),
    );
    expect((await answersNow()).content.answers).toEqual({ what: [{ who: [citizenName] }] });
    expect((await readRequest()).state).toBe('inProgress');
  });

  test('keeps what was typed, right or wrong, and says what is wrong', async () => {
    await beginForm(tools, actor, id);
    const saved = await save('what', { kind: '', who: 'Sofie' });
    expect(saved).toMatchObject({ kind: 'saved', problems: [{ name: 'kind', code: 'missing' }] });
    expect((await answersNow()).content.answers.what?.[0]?.who).toEqual(['Sofie']);
  });

  test('lets the seat see how far it is', async () => {
    await beginForm(tools, actor, id);
    await save('what', { kind: 'party', who: 'Sofie' });
    expect((await readRequest()).progress).toBe('1/3');
  });

  test('forgets what is asked no more', async () => {
    await fillIn();
    await save('what', { kind: 'course', who: 'Sofie Maes' });
    expect((await answersNow()).content.answers.party).toBeUndefined();
  });

  test('loses nothing when another device saved the same step meanwhile: it is asked which one counts', async () => {
    await beginForm(tools, actor, id);
    await save('why', { reason: 'Van de laptop' }, 0);
    const late = await save('why', { reason: 'Van de telefoon' }, 0);
    expect(late).toMatchObject({ kind: 'conflict', theirs: [{ reason: ['Van de laptop'] }] });
    expect((await answersNow()).content.answers.why).toEqual([{ reason: ['Van de laptop'] }]);
    const seen = late.kind === 'conflict' ? late.revision : 0;
    expect(await save('why', { reason: 'Van de telefoon' }, seen)).toMatchObject({ kind: 'saved' });
  });

  test('goes on beside another device that saved another step, or the same words', async () => {
    await beginForm(tools, actor, id);
    await save('why', { reason: 'Zo' }, 0);
    expect(await save('what', { kind: 'course', who: 'Sofie' }, 0)).toMatchObject({ kind: 'saved' });
    expect(await save('why', { reason: 'Zo' }, 0)).toMatchObject({ kind: 'saved' });
  });

  test('masks sensitive numbers of who is not identified', async () => {
    await beginForm(tools, actor, id);
    expect(await save('why', { reason: 'Mijn nummer is 85.07.30-033.28' })).toMatchObject({ isMasked: true });
    expect((await answersNow()).content.answers.why?.[0]?.reason?.[0]).not.toMatch(/\d/);
  });

  test('leaves the numbers of who is', async () => {
    const identified = await ask({ kind: 'identify', state: 'fulfilled', settledAt: new Date(at) });
    await inside(({ db, organisationId }) =>
      db.identification.create({
        data: {
          organisationId,
          requestId: identified,
          visitId: citizen.visitId,
          level: 'substantial',
          provider: 'itsme',
          method: 'app',
          name: 'Sofie Anna Maes',
          identifiedAt: new Date(at),
          evidence: {},
        },
      }),
    );
    await beginForm(tools, actor, id);
    expect((await answersNow()).content.known.name).toEqual({
      text: 'Sofie Anna Maes',
      from: 'identification',
    });
    expect(await save('why', { reason: '85.07.30-033.28' })).toMatchObject({ isMasked: false });
  });

  test('begins with no name of somebody whom a clerk found to be another', async () => {
    const { actor: clerk } = await createSeatedClerk(counter);
    const identified = await ask({ kind: 'identify', state: 'fulfilled', settledAt: new Date(at) });
    await inside(({ db, organisationId }) =>
      db.identification.create({
        data: {
          organisationId,
          requestId: identified,
          visitId: citizen.visitId,
          level: 'substantial',
          provider: 'itsme',
          method: 'app',
          name: 'Jan Peeters',
          identifiedAt: new Date(at),
          evidence: {},
          isSamePerson: false,
          judgedAt: new Date(at),
          judgedById: clerk.staffMemberId,
          judgedBecause: 'Iemand anders',
        },
      }),
    );
    await beginForm(tools, actor, id);
    expect((await answersNow()).content.known.name).toMatchObject({ from: 'appointment' });
  });

  test('goes on with the version that it was begun with', async () => {
    await beginForm(tools, actor, id);
    const { formId } = (await readRequest()).settings as { formId: string };
    const content = formOf(formStep('new', [textField('other')]));
    const { serviceId } = counter;
    await inside(({ db, organisationId }) =>
      db.formDefinition.create({
        data: { organisationId, formId, serviceId, version: 2, content, publishedAt: new Date(at) },
      }),
    );
    expect((await answersNow()).form).toEqual(form);
  });

  test('is not readable as it lies in the database', async () => {
    await fillIn();
    const { sealed } = await inside(({ db }) =>
      db.formFilling.findFirstOrThrow({ where: { requestId: id } }),
    );
    expect(Buffer.from(sealed).includes('Veldstraat')).toBe(false);
  });
});

describe('a form', () => {
  test('is sent whole, and its request is fulfilled with it', async () => {
    const revision = await fillIn();
    expect(await sendForm(tools, actor, id, revision)).toBe('sent');
    expect((await readRequest()).state).toBe('fulfilled');
    expect((await answersNow()).sentAt).toBe(at);
  });

  test('is not sent while something is missing, or as the summary did not show it', async () => {
    const revision = await fillIn();
    await save('party', { street: '' });
    expect(await sendForm(tools, actor, id, revision)).toBe('changed');
    expect(await sendForm(tools, actor, id, revision + 1)).toBe('unfinished');
    expect((await readRequest()).state).toBe('inProgress');
  });

  test('changes no more once it is sent', async () => {
    await sendForm(tools, actor, id, await fillIn());
    expect(await save('why', { reason: 'Toch nog iets' })).toEqual({ kind: 'over' });
    expect(await sendForm(tools, actor, id, 99)).toBe('over');
    await inside(({ db }) =>
      db.formFilling.updateMany({ where: { requestId: id }, data: { sealed: new Uint8Array([1]) } }),
    );
    expect((await answersNow()).content.answers.party).toEqual([{ street: ['Veldstraat'] }]);
  });

  test('is over once it was withdrawn', async () => {
    await beginForm(tools, actor, id);
    await inside((scope) => moveRequest(scope, id, 'withdraw', { actor: systemActor, at }));
    expect(await save('why', { reason: 'Zo' })).toEqual({ kind: 'over' });
    expect(await readOwnForm(tools, actor, id)).toEqual({ kind: 'over' });
  });

  test('is of who was asked, and of nobody else', async () => {
    await beginForm(tools, actor, id);
    const other = await createWaitingCitizen(counter);
    const stranger: VisitActor = { ...actor, appointmentId: other.appointmentId, visitId: other.visitId };
    const { id: visitId } = await createVisit(counter.organisation.id, citizen.appointmentId, {
      role: 'companion',
      companionName: 'Lou',
    });
    const companion: VisitActor = { ...actor, visitId, role: 'companion' };
    for (const each of [stranger, companion]) {
      expect(await readOwnForm(tools, each, id)).toEqual({ kind: 'over' });
      expect(await beginForm(tools, each, id)).toBe(false);
      expect(await saveStep(tools, each, id, { step: 'why', rows: [], seen: 99 })).toEqual({ kind: 'over' });
    }
  });

  test('is read by clerks of its team once it was sent, and by nobody of another one', async () => {
    const { actor: mieke } = await createSeatedClerk(counter);
    const { actor: elsewhere } = await createSeatedClerk(await createCounter(counter.organisation));
    const revision = await fillIn();
    expect(await readSentForm(tools, mieke, id)).toBeNull();
    await sendForm(tools, actor, id, revision);
    expect((await readSentForm(tools, mieke, id))?.content.answers.party).toEqual([
      { street: ['Veldstraat'] },
    ]);
    expect(await readSentForm(tools, elsewhere, id)).toBeNull();
    expect(await readSentForm(tools, mieke, randomUUID() as RequestId)).toBeNull();
  });
});
