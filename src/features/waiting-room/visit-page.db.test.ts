import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findToldAppointment } from '#features/messages/messages.data.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { findVisitPage } from './visit-page.data.ts';

let counter: Counter;
let forCompany: AppointmentId;
let forSelf: AppointmentId;

beforeAll(async () => {
  counter = await createCounter();
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const startAt = new Date('2026-11-24T09:40Z');
  forCompany = (
    await createAppointment(place, 'secret', {
      startAt,
      needs: ['interpreter', 'screenReader'],
      interpreterLanguage: 'rif',
    })
  ).id;
  await withOrganisation(organisation.id, ({ db }) =>
    db.principal.create({
      data: {
        organisationId: organisation.id,
        appointmentId: forCompany,
        kind: 'company',
        name: 'Bakkerij Maes',
        registrationNumber: '0403170701',
      },
    }),
  );
  forSelf = (await createAppointment(place, 'secret', { startAt: new Date('2026-11-24T10:40Z') })).id;
});
afterAll(closeDatabase);

const pageOf = (appointmentId: AppointmentId, role: 'citizen' | 'companion') =>
  withOrganisation(counter.organisation.id, (scope) => findVisitPage(scope, { appointmentId, role }));
const toldOf = (appointmentId: AppointmentId) =>
  withOrganisation(counter.organisation.id, (scope) => findToldAppointment(scope, appointmentId));

test('the page says for whom it is and what was asked for', async () => {
  expect(await pageOf(forCompany, 'citizen')).toMatchObject({
    actingFor: { kind: 'company', name: 'Bakkerij Maes' },
    needs: ['interpreter', 'screenReader'],
    interpreterLanguage: 'rif',
  });
  expect(await pageOf(forSelf, 'citizen')).toMatchObject({
    actingFor: null,
    needs: [],
    interpreterLanguage: null,
  });
});

test('a companion learns what to lay ready, not for whom nor what somebody needs', async () => {
  expect(await pageOf(forCompany, 'companion')).toMatchObject({
    actingFor: { kind: 'company', name: null },
    needs: [],
    interpreterLanguage: null,
  });
});

test('messages learn no name, no number and no language', async () => {
  const told = await toldOf(forCompany);
  expect(told).toMatchObject({ actsFor: 'company', needsInterpreter: true });
  expect(JSON.stringify(told)).not.toMatch(/Maes|0403170701|rif|screenReader/);
  expect(await toldOf(forSelf)).toMatchObject({ actsFor: null, needsInterpreter: false });
});
