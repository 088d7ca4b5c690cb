import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { visitCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createVisit } from '../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import {
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
} from '../../prisma/factories/seat-factories.ts';
import { lookAlong } from './look-along.ts';
import { keepPresence } from './presence.ts';
import { findVisitSubject } from './visit-subject.ts';

afterAll(closeDatabase);

test('what happens in the team concerns who waits only when they are told something else by it', async () => {
  let now = Date.now();
  const clock = { now: () => now };
  const counter = await createCounter();
  const { teamId, serviceId } = counter;
  const organisation = (await findOrganisationByHost(counter.organisation.host)) as Organisation;
  await createSeatedClerk(counter);
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const { id, reference } = await createAppointment(place, 'a secret of links');
  const { token } = await createVisit(organisation.id, id);
  const presence = keepPresence({ nodeId: counter.nodeId, clock, graceMilliseconds: 5_000 });
  const cookies = `${visitCookie(reference)}=${token}`;
  const subject = await findVisitSubject(organisation, `/events/visits/${reference}`, cookies, {
    clock,
    presence,
  });
  if (subject?.isConcerned === undefined) throw new Error('The visit is not found.');
  const { isConcerned, load } = subject;
  const look = (work: (scope: OrganisationScope) => Promise<unknown>) =>
    lookAlong(organisation.id, 'appointment', work);

  await look(load);
  expect(await look(isConcerned)).toBe(false);
  await createWaitingCitizen(counter, { startAt: new Date(now - 600_000) });
  now += 1_000;
  expect(await look(isConcerned)).toBe(true);
  await look(load);
  expect(await look(isConcerned)).toBe(false);
});
