import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { readOfferedDays } from '#features/scheduling/find-times.ts';
import type { SeatId } from '#journey/ids.ts';
import { addMinutes, toDate } from '#journey/time.ts';
import { monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { askEarlierTime, lookAtEarlierTimes } from './ask-earlier-time.ts';
import { noteFreedTimes } from './note-freed-times.ts';
import { offerFreedTimes } from './offer-freed-times.ts';

afterAll(closeDatabase);

/** Nobody is at the first seat on Monday between ten and half past ten; two people at noon and later asked for an earlier time. */
async function absenceAndLine(seats: number) {
  const world = await openChangeWorld(seats);
  const { organisation, tools, teamId, seatIds } = world;
  const absent = {
    seatId: seatIds[0] as SeatId,
    startAt: monday,
    endAt: addMinutes(monday, 30),
  };
  await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.absence.create({
      data: {
        ...absent,
        organisationId,
        reason: 'illness',
        startAt: toDate(absent.startAt),
        endAt: toDate(absent.endAt),
        createdAt: new Date(world.now()),
      },
    }),
  );
  const [first, second] = [await world.book(120), await world.book(180)];
  for (const { actor, id } of [first, second]) {
    await askEarlierTime(tools, actor, id);
    world.setClock(world.now() + 60_000);
  }
  const remove = async ({ db }: OrganisationScope) =>
    (await db.absence.deleteMany({ where: { seatId: absent.seatId } })).count > 0;
  const takeBack = (free = remove) =>
    withOrganisation(organisation.id, (scope) =>
      noteFreedTimes(
        scope,
        { readOfferedDays, timeZone: organisation.timeZone, now: world.now() },
        { ...absent, teamId },
        () => free(scope),
      ),
    );
  const offerOf = async ({ actor, id }: typeof first) =>
    (await lookAtEarlierTimes(tools, actor, id))?.offer?.startAt ?? null;
  return { ...world, first, second, takeBack, offerOf };
}

test('what an absence that is taken back frees goes to who asked first, one time to one person', async () => {
  const { takeBack, offerOf, first, second, freed, tools, organisation } = await absenceAndLine(1);
  expect(await takeBack()).toBe(true);
  const times = (await freed()).map(({ startAt }) => startAt.getTime()).sort();
  expect(times[0]).toBe(monday);
  expect(times.every((time) => time < addMinutes(monday, 30))).toBe(true);
  expect(await offerFreedTimes(tools, organisation)).toBe(2);
  expect(await offerOf(first)).toBe(monday);
  // The next time that does not overlap the one that is kept for the first.
  expect(await offerOf(second)).toBe(addMinutes(monday, 15));
  expect(await offerFreedTimes(tools, organisation)).toBe(0);
});

test('what was free at another seat all along is nobody’s turn', async () => {
  const { takeBack, freed } = await absenceAndLine(2);
  await takeBack();
  expect(await freed()).toEqual([]);
});

test('an absence that is gone already frees nothing', async () => {
  const { takeBack, freed } = await absenceAndLine(1);
  expect(await takeBack(async () => false)).toBe(false);
  expect(await freed()).toEqual([]);
});
