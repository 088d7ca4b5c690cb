import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppointmentId } from '#journey/ids.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { offerDeadline, orderOfAsking, type PersonInLine, peopleBefore } from './line.ts';

const now = epochMilliseconds(Date.UTC(2026, 10, 20, 8));
const freed = addMinutes(now, 24 * 60);

function person(name: string, askedMinutesAgo: number, overrides: Partial<PersonInLine> = {}): PersonInLine {
  return {
    appointmentId: name as AppointmentId,
    askedAt: addMinutes(now, -askedMinutesAgo),
    startAt: addMinutes(freed, 60),
    asked: [],
    isBeingAsked: false,
    ...overrides,
  };
}
const names = (line: readonly PersonInLine[]) => line.map(({ appointmentId }) => appointmentId);

describe('a time that came free', () => {
  test('is for who asked first', () => {
    const line = [person('lieve', 10), person('ahmed', 30), person('sofie', 20)];
    expect(names(orderOfAsking(line, freed))).toEqual(['ahmed', 'sofie', 'lieve']);
  });

  test('is not for who has an earlier appointment already, or that very one', () => {
    const line = [
      person('earlier', 30, { startAt: addMinutes(freed, -15) }),
      person('same', 20, { startAt: freed }),
    ];
    expect(orderOfAsking(line, freed)).toEqual([]);
  });

  test('is offered once to a person, who keeps the place for other times', () => {
    const line = [person('declined', 30, { asked: [freed] }), person('next', 20)];
    expect(names(orderOfAsking(line, freed))).toEqual(['next']);
    expect(names(orderOfAsking(line, addMinutes(freed, 15)))).toEqual(['declined', 'next']);
  });

  test('does not wait for who thinks about another one', () => {
    const line = [person('thinks', 30, { isBeingAsked: true }), person('next', 20)];
    expect(names(orderOfAsking(line, freed))).toEqual(['next']);
    expect(peopleBefore(line, 'next' as AppointmentId)).toBe(1);
  });

  test('never goes past somebody whom it suits and who asked before', () => {
    const somebody = fc.record({
      askedMinutesAgo: fc.nat(1000),
      later: fc.integer({ min: -60, max: 60 }),
      wasAsked: fc.boolean(),
      isBeingAsked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 12 }), (people) => {
        const line = people.map(({ askedMinutesAgo, later, wasAsked, isBeingAsked }, index) =>
          person(`p${index}`, askedMinutesAgo, {
            startAt: addMinutes(freed, later),
            asked: wasAsked ? [freed] : [],
            isBeingAsked,
          }),
        );
        const order = orderOfAsking(line, freed);
        const suits = line.filter((each) => each.startAt > freed && !each.asked.length && !each.isBeingAsked);
        expect([...names(order)].sort()).toEqual([...names(suits)].sort());
        for (const [index, each] of order.entries())
          expect(each.askedAt).toBeGreaterThanOrEqual(order[index - 1]?.askedAt ?? 0);
      }),
    );
  });
});

describe('the deadline of an offer', () => {
  const zone = 'Europe/Brussels';
  const at = (wall: string) => epochMilliseconds(Date.parse(wall));
  const farAway = at('2026-12-24T10:00+01:00');

  test('is two hours away', () => {
    expect(offerDeadline(freed, now, zone)).toBe(addMinutes(now, 120));
  });
  test.each([
    ['goes on in the morning', '2026-11-20T20:00+01:00', '2026-11-21T09:00+01:00'],
    ['leaves the night out', '2026-11-20T23:15+01:00', '2026-11-21T10:00+01:00'],
    ['leaves the early morning out', '2026-11-21T03:00+01:00', '2026-11-21T10:00+01:00'],
    ['is on the wall in a night when clocks change', '2026-10-24T22:00+02:00', '2026-10-25T10:00+01:00'],
  ])('%s', (_how, asked, until) => {
    expect(offerDeadline(farAway, at(asked), zone)).toBe(at(until));
  });
  test('is never past one hour before the time', () => {
    expect(offerDeadline(addMinutes(now, 150), now, zone)).toBe(addMinutes(now, 90));
    expect(offerDeadline(at('2026-11-21T09:00+01:00'), at('2026-11-20T23:00+01:00'), zone)).toBe(
      at('2026-11-21T08:00+01:00'),
    );
  });
  test('leaves a quarter of an hour at least, or there is no offer', () => {
    expect(offerDeadline(addMinutes(now, 75), now, zone)).toBe(addMinutes(now, 15));
    expect(offerDeadline(addMinutes(now, 74), now, zone)).toBeNull();
    expect(offerDeadline(addMinutes(now, -10), now, zone)).toBeNull();
  });
});

test('the place in line is the number of people who asked before', () => {
  const line = [person('lieve', 10), person('ahmed', 30), person('sofie', 20)];
  const place = (name: string) => peopleBefore(line, name as AppointmentId);
  expect([place('ahmed'), place('sofie'), place('lieve'), place('nobody')]).toEqual([0, 1, 2, null]);
});
