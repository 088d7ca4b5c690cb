import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { acceptOffer, declineOffer } from './answer-offer.ts';
import { askEarlierTime } from './ask-earlier-time.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { moveAppointment } from './move-appointment.ts';
import { offerFreedTimes } from './offer-freed-times.ts';

afterAll(closeDatabase);

test('an open page learns of every change: moved, offered, declined, accepted', async () => {
  const world = await openChangeWorld();
  const { tools, organisation } = world;
  const [first, second, sofie] = [await world.book(0), await world.book(15), await world.book(120)];
  const visit = await createVisit(organisation.id, sofie.id);
  const versions: number[] = [];
  const look = async () => {
    const loaded = await withOrganisation(organisation.id, (scope) =>
      loadVisitView(scope, visit.id, world.now()),
    );
    versions.push(loaded?.view.version ?? -1);
  };
  const answer = (startAt: EpochMilliseconds) => ({ organisation, appointmentId: sofie.id, startAt });
  await look();
  await moveAppointment(tools, sofie.actor, answer(addMinutes(monday, 180)));
  await look();
  await askEarlierTime(tools, sofie.actor, sofie.id);
  await cancelAppointment(tools, first.actor, first.id);
  await offerFreedTimes(tools, organisation);
  await look();
  await declineOffer(tools, sofie.actor, answer(monday));
  await look();
  await cancelAppointment(tools, second.actor, second.id);
  await offerFreedTimes(tools, organisation);
  await look();
  expect(await acceptOffer(tools, sofie.actor, answer(addMinutes(monday, 15)))).toMatchObject({ ok: true });
  await look();
  expect(new Set(versions).size).toBe(6);
  expect([...versions].sort((a, b) => a - b)).toEqual(versions);
});
