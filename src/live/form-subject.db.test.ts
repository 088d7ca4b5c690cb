import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAesSealing } from '#adapters/sealing/aes-sealing.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { fillField } from '#panels/forms/fill-field.ts';
import { beginForm } from '#panels/forms/open-form.ts';
import { passPlace } from '#panels/forms/pass-place.ts';
import { staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createConversation, createVisit } from '../../prisma/factories/conversation-factories.ts';
import { createPublishedForm, formOf, formStep, textField } from '../../prisma/factories/form-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import { createRequest } from '../../prisma/factories/request-factories.ts';
import { createCounter, createSeatedClerk } from '../../prisma/factories/seat-factories.ts';
import { findFormSubject } from './form-subject.ts';
import { followPassing, followStream, startStreamHub, stopStreamHub } from './stream-hub.ts';

const tools = {
  clock: { now: () => Date.now() },
  sealing: createAesSealing(() => 'a secret that only tests know'),
  timeZone: 'Europe/Brussels',
};

let organisation: Organisation;
let citizen: VisitActor;
let clerk: StaffActor;
let id: RequestId;
let paths: { own: [path: string, cookies: string]; seat: [path: string, cookies: string] };

const find = ([path, cookies]: [string, string]) => findFormSubject(organisation, path, cookies, tools);
const load = async (place: [string, string]) => {
  const subject = await find(place);
  return withOrganisation(organisation.id, async (scope) => (await subject?.load(scope)) ?? null);
};
const endConversation = () =>
  withOrganisation(organisation.id, ({ db }) =>
    db.conversation.updateMany({ data: { state: 'ended', endedAt: new Date() } }),
  );

beforeAll(startStreamHub);
afterAll(stopStreamHub);

beforeEach(async () => {
  const counter = await createCounter();
  organisation = (await findOrganisationByHost(counter.organisation.host)) as Organisation;
  const organisationId = organisation.id;
  const { teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisationId, teamId);
  const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  const appointment = await createAppointment(place, 'a secret of links that only tests know');
  const visit = await createVisit(organisationId, appointment.id);
  const seated = await createSeatedClerk(counter);
  clerk = seated.actor;
  const clerkId = clerk.staffMemberId;
  const admitted = { state: 'admitted' as const, admittedAt: new Date(), clerkId, seatId };
  await createConversation(organisationId, teamId, appointment.id, admitted);
  const form = formOf(formStep('why', [textField('reason')]));
  const { id: formId } = await createPublishedForm(organisationId, serviceId, form);
  const about = { appointmentId: appointment.id, serviceId };
  id = (await createRequest(organisationId, about, { kind: 'form', settings: { formId } })).id;
  citizen = {
    kind: 'visitor',
    organisationId,
    visitId: visit.id,
    appointmentId: appointment.id,
    role: 'citizen',
  };
  await beginForm(tools, citizen, id);
  const { reference } = appointment;
  paths = {
    own: [`/events/visits/${reference}/forms/${id}`, `${visitCookie(reference)}=${visit.token}`],
    seat: [`/events/seat/forms/${id}`, `${staffSessionCookie}=${seated.token}`],
  };
});

describe('the stream of a form that is filled in', () => {
  test('is followed by who is asked, and by the clerk as long as they talk', async () => {
    for (const place of [paths.own, paths.seat])
      expect(await load(place)).toMatchObject({ state: { clerkName: clerk.name } });
    const seat = await find(paths.seat);
    await endConversation();
    expect(await withOrganisation(organisation.id, async (scope) => seat?.load(scope))).toBeNull();
    expect(await find(paths.seat)).toBeNull();
    expect(await load(paths.own)).toMatchObject({ state: { clerkName: null } });
  });

  test('is nobody’s without a cookie of theirs', async () => {
    expect(await find([paths.own[0], ''])).toBeNull();
    expect(await find([paths.seat[0], paths.own[1]])).toBeNull();
    expect(await find([paths.own[0], paths.seat[1]])).toBeNull();
  });

  test('tells of what is filled in without an event, and no place with a value', async () => {
    const told = vi.fn();
    const passed = vi.fn();
    const unfollow = [
      followStream(organisation.id, `request:${id}`, told),
      followPassing(organisation.id, `request:${id}`, passed),
    ];
    const answer = { step: 'why', row: 0, of: 1, name: 'reason', values: ['Daarom'], caret: null, seen: 9 };
    await fillField(tools, citizen, id, answer);
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    await passPlace(clerk, id, { step: 'why', control: '0.reason' });
    const place = { side: 'clerk', step: 'why', control: '0.reason' };
    await vi.waitFor(() => expect(passed.mock.calls).toEqual([[place]]));
    for (const stop of unfollow) stop();
    expect((await find(paths.own))?.passing?.(place)).toEqual(place);
    expect((await find(paths.seat))?.passing?.(place)).toBeNull();
    expect(await load(paths.seat)).toMatchObject({ state: { rows: { why: [{ reason: ['Daarom'] }] } } });
  });
});
