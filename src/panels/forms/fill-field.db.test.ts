import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { AppointmentId, RequestId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createConversation, createVisit } from '../../../prisma/factories/conversation-factories.ts';
import {
  choiceField,
  createPublishedForm,
  formOf,
  formStep,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { fillField } from './fill-field.ts';
import { beginForm, readOwnForm } from './open-form.ts';
import type { FormHand } from './own-form.ts';
import { passPlace } from './pass-place.ts';
import { readSharedForm } from './read-shared-form.ts';
import { saveStep } from './save-step.ts';
import { sendForm } from './send-form.ts';
import type { SentField } from './shared-form.ts';

const at = Date.UTC(2026, 10, 24, 9);
const tools = {
  clock: { now: () => at },
  sealing: createAesSealing(() => 'a secret that only tests know'),
  timeZone: 'Europe/Brussels',
};
const form = formOf(
  formStep('what', [choiceField('kind', ['party', 'course']), textField('reason')]),
  formStep('party', [textField('street')], { condition: { field: 'kind', answer: 'party' } }),
  formStep('children', [textField('child')], {
    repeats: { least: 0, most: 3, row: { nl: 'Kind', fr: 'Enfant', en: 'Child', de: 'Kind' } },
  }),
);

let counter: Counter;
let appointmentId: AppointmentId;
let citizen: VisitActor;
let clerk: StaffActor;
let id: RequestId;

afterAll(closeDatabase);

beforeEach(async () => {
  counter = await createCounter();
  const organisationId = counter.organisation.id;
  const { teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisationId, teamId);
  const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  appointmentId = (await createAppointment(place, 'a secret of links that only tests know')).id;
  const visit = await createVisit(organisationId, appointmentId);
  citizen = { kind: 'visitor', organisationId, visitId: visit.id, appointmentId, role: 'citizen' };
  clerk = (await createSeatedClerk(counter)).actor;
  await createConversation(organisationId, teamId, appointmentId, {
    state: 'admitted',
    admittedAt: new Date(at),
    clerkId: clerk.staffMemberId,
    seatId,
  });
  const { id: formId } = await createPublishedForm(organisationId, serviceId, form);
  const about = { appointmentId, serviceId };
  id = (await createRequest(organisationId, about, { kind: 'form', settings: { formId } })).id;
  await beginForm(tools, citizen, id);
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const fill = (hand: FormHand, sent: Partial<SentField>) =>
  fillField(tools, hand, id, {
    step: 'what',
    row: 0,
    of: 1,
    name: 'reason',
    values: [],
    caret: null,
    seen: 99,
    ...sent,
  });
const read = (hand: FormHand) => inside((scope) => readSharedForm(tools, scope, hand, id));
const endConversation = () =>
  inside(({ db }) =>
    db.conversation.updateMany({
      where: { appointmentId },
      data: { state: 'ended', endedAt: new Date(at) },
    }),
  );

describe('filling in a form together', () => {
  test('shows each what the other fills in, and what of it the clerk did', async () => {
    expect(await fill(citizen, { name: 'kind', values: ['party'] })).toMatchObject({ ok: true });
    expect((await read(clerk))?.form).toMatchObject({
      rows: { what: [{ kind: ['party'] }] },
      helped: {},
      clerkName: clerk.name,
    });
    expect(await fill(clerk, { values: ['Een straatfeest'] })).toMatchObject({ ok: true });
    const { rows, helped, steps } = (await read(citizen))?.form ?? {};
    expect(rows?.what).toEqual([{ kind: ['party'], reason: ['Een straatfeest'] }]);
    expect(helped).toEqual({ what: { '0.reason': ['Een straatfeest'] } });
    expect(steps?.map(({ key }) => key)).toEqual(['what', 'party', 'children']);
  });

  test('is for the clerk who talks with who is asked alone, and no longer than they talk', async () => {
    const { actor: colleague } = await createSeatedClerk(counter);
    for (const stranger of [colleague, { ...clerk, roles: ['supervisor' as const] }]) {
      expect(await read(stranger)).toBeNull();
      expect(await fill(stranger, { values: ['x'] })).toMatchObject({ failure: { code: 'notFound' } });
      expect(await passPlace(stranger, id, { step: 'what', control: null })).toMatchObject({ ok: false });
    }
    await endConversation();
    expect(await read(clerk)).toBeNull();
    expect(await fill(clerk, { values: ['x'] })).toMatchObject({ failure: { code: 'notFound' } });
    expect((await read(citizen))?.form.clerkName).toBeNull();
  });

  test('is of nobody else’s visit, and over once it was sent', async () => {
    const other = await createVisit(counter.organisation.id, appointmentId, {
      role: 'companion',
      companionName: 'Nadia Amrani',
    });
    const companion: VisitActor = { ...citizen, visitId: other.id, role: 'companion' };
    expect(await read(companion)).toBeNull();
    expect(await fill(companion, { values: ['x'] })).toMatchObject({ failure: { code: 'notFound' } });
    await fill(citizen, { name: 'kind', values: ['course'] });
    await fill(clerk, { values: ['Daarom'] });
    const revision = (await read(citizen))?.form.revision ?? 0;
    expect(await sendForm(tools, citizen, id, revision)).toBe('sent');
    for (const hand of [citizen, clerk]) {
      expect(await read(hand)).toBeNull();
      expect(await fill(hand, { values: ['x'] })).toMatchObject({ failure: { code: 'notFound' } });
    }
  });

  test('logs once that a clerk filled in, and nothing of what', async () => {
    await fill(clerk, { values: ['Geheim'] });
    await fill(clerk, { values: ['Geheimer'] });
    await fill(citizen, { values: ['Geheimst'] });
    const events = await inside(({ db }) => db.event.findMany({ where: { payload: { not: {} } } }));
    const helps = events.filter(({ type }) => type === 'form.filledInFor');
    expect(helps.map(({ actorId, payload }) => [actorId, payload])).toEqual([
      [clerk.staffMemberId, { requestId: id }],
    ]);
    expect(JSON.stringify(events)).not.toContain('Geheim');
  });

  test('keeps no number of who is not identified, at no moment of its being typed', async () => {
    const number = '85.07.30-033.28';
    for (const length of [4, 9, number.length]) {
      const typed = { values: [number.slice(0, length)], caret: length };
      expect(await fill(citizen, typed)).toMatchObject({ value: { isHeld: true } });
      expect(await fill(clerk, typed)).toMatchObject({ value: { isHeld: true } });
    }
    expect((await read(clerk))?.form.rows.what).toEqual([{}]);
    expect(await fill(citizen, { values: [number] })).toMatchObject({ value: { isMasked: true } });
    expect(JSON.stringify(await read(clerk))).not.toMatch(/033.28/);
  });

  test('begins the next row of what repeats and no row beyond, and leaves none that is empty', async () => {
    const child = (row: number, of: number, value: string) =>
      fill(clerk, { step: 'children', name: 'child', row, of, values: [value] });
    expect(await child(1, 0, 'Lena')).toMatchObject({ failure: { code: 'changed' } });
    expect(await child(0, 0, 'Lena')).toMatchObject({ ok: true });
    expect(await child(1, 0, 'Jef')).toMatchObject({ failure: { code: 'changed' } });
    expect(await child(1, 1, 'Jef')).toMatchObject({ ok: true });
    expect(await child(0, 2, '')).toMatchObject({ value: { isHeld: true } });
    expect((await read(citizen))?.form.rows.children).toEqual([{ child: ['Lena'] }, { child: ['Jef'] }]);
  });

  test('takes nothing back that was sent in with the step meanwhile', async () => {
    const seen = (await read(citizen))?.form.revision ?? 0;
    await saveStep(tools, citizen, id, { step: 'what', rows: [{ reason: ['Nieuw'] }], seen });
    expect(await fill(citizen, { values: ['Oud'], seen })).toMatchObject({ failure: { code: 'changed' } });
    expect((await read(citizen))?.form.rows.what).toMatchObject([{ reason: ['Nieuw'] }]);
  });

  test('makes a step that was not shown since ask which answer counts', async () => {
    const seen = (await read(citizen))?.form.revision ?? 0;
    await fill(clerk, { values: ['Van Mieke'] });
    const typed = { step: 'what', rows: [{ reason: ['Van mij'] }] };
    expect(await saveStep(tools, citizen, id, { ...typed, seen })).toMatchObject({ kind: 'conflict' });
    expect(await saveStep(tools, citizen, id, { ...typed, seen: seen + 1 })).toMatchObject({ kind: 'saved' });
  });

  test('asks no more what an answer of the other one made needless', async () => {
    await fill(citizen, { name: 'kind', values: ['party'] });
    await fill(citizen, { step: 'party', name: 'street', values: ['Veldstraat'] });
    await fill(clerk, { name: 'kind', values: ['course'] });
    const own = await readOwnForm(tools, citizen, id);
    expect(own.kind === 'begun' && own.filling.content.answers.party).toBeUndefined();
    expect(await fill(citizen, { step: 'party', name: 'street', values: ['x'] })).toMatchObject({
      failure: { code: 'changed' },
    });
  });
});
