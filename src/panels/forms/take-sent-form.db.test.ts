import { afterAll, expect, test } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import {
  createPublishedForm,
  formOf,
  formStep,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { fillField } from './fill-field.ts';
import { beginForm } from './open-form.ts';
import { sendForm } from './send-form.ts';
import { takeSentForm } from './take-sent-form.ts';

const tools = {
  clock: { now: () => Date.UTC(2026, 10, 24, 9) },
  sealing: createAesSealing(() => 'a secret that only tests know'),
  timeZone: 'Europe/Brussels',
};

afterAll(closeDatabase);

test('what was sent is taken by who sent it and by clerks of the team, and that is logged', async () => {
  const counter = await createCounter();
  const organisationId = counter.organisation.id;
  const { appointmentId, visitId } = await createWaitingCitizen(counter);
  const citizen: VisitActor = { kind: 'visitor', organisationId, visitId, appointmentId, role: 'citizen' };
  const form = formOf(formStep('why', [textField('reason')]));
  const { id: formId } = await createPublishedForm(organisationId, counter.serviceId, form);
  const about = { appointmentId, serviceId: counter.serviceId };
  const { id } = await createRequest(organisationId, about, { kind: 'form', settings: { formId } });
  const { actor: clerk } = await createSeatedClerk(counter);
  await beginForm(tools, citizen, id);
  const answer = { step: 'why', row: 0, of: 1, name: 'reason', values: ['Daarom'], caret: null, seen: 9 };
  await fillField(tools, citizen, id, answer);
  for (const reader of [citizen, clerk]) expect(await takeSentForm(tools, reader, id)).toBeNull();

  expect(await sendForm(tools, citizen, id, 1)).toBe('sent');
  for (const reader of [citizen, clerk])
    expect((await takeSentForm(tools, reader, id))?.content.answers).toEqual({
      why: [{ reason: ['Daarom'] }],
    });

  const another = await createVisit(organisationId, appointmentId, {
    role: 'companion',
    companionName: 'Nadia Amrani',
  });
  const { actor: elsewhere } = await createSeatedClerk(await createCounter());
  const strangers = [
    { ...citizen, visitId: another.id, role: 'companion' as const },
    { ...clerk, teamIds: [] },
    { ...clerk, roles: ['administrator' as const] },
    elsewhere,
  ];
  for (const stranger of strangers) expect(await takeSentForm(tools, stranger, id)).toBeNull();
  const events = await withOrganisation(organisationId, ({ db }) =>
    db.event.findMany({
      where: { type: 'form.taken' },
      orderBy: { number: 'asc' },
      select: { actorId: true, payload: true },
    }),
  );
  const payload = { requestId: id };
  expect(events).toEqual([
    { actorId: visitId, payload },
    { actorId: clerk.staffMemberId, payload },
  ]);
});
