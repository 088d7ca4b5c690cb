import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseWalkIns, summariseWalkInsPerService, type WalkIn } from './walk-ins.ts';

const helped = (waitedMinutes: number, serviceId = 'a'): WalkIn => ({
  serviceId,
  waitedMinutes,
  left: false,
});
const gone = (serviceId = 'a'): WalkIn => ({ serviceId, waitedMinutes: null, left: true });

describe('the summary of the open counter', () => {
  test('counts who came and who left, and says how long half of those who were let in waited at most', () => {
    const people = [4, 30, 12, 7, 9].map((minutes) => helped(minutes));
    expect(summariseWalkIns([...people, gone()])).toEqual({ came: 6, medianWaitMinutes: 9, left: 1 });
    expect(summariseWalkIns([...people, helped(20)]).medianWaitMinutes).toBe(12);
  });

  test('counts who still waits among those who came, and nowhere else', () => {
    const waits: WalkIn = { serviceId: 'a', waitedMinutes: null, left: false };
    expect(summariseWalkIns([1, 2, 3, 4].map((minutes) => helped(minutes)).concat(waits))).toEqual({
      came: 5,
      medianWaitMinutes: null,
      left: 0,
    });
  });

  test('says of fewer than five only how many they are', () => {
    expect(summariseWalkIns([helped(1), helped(2), gone(), gone()])).toEqual({
      came: 4,
      medianWaitMinutes: null,
      left: null,
    });
  });

  test('keeps back the second smallest service too, when the total would tell of the smallest', () => {
    const people = [1, 2, 3, 4, 5].map((minutes) => helped(minutes));
    expect(summariseWalkInsPerService([...people, gone('b')])).toEqual([
      { serviceId: 'a', came: 5, medianWaitMinutes: 3, left: null },
      { serviceId: 'b', came: 1, medianWaitMinutes: null, left: null },
    ]);
  });

  test('never leaves a rest of one to four people, whoever came', () => {
    const walkIn = fc.record({
      serviceId: fc.constantFrom('a', 'b', 'c'),
      waitedMinutes: fc.option(fc.nat(90)),
      left: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(walkIn), (people) => {
        const total = summariseWalkIns(people);
        const services = summariseWalkInsPerService(people);
        expect(services.reduce((sum, { came }) => sum + came, 0)).toBe(total.came);
        const told = services.filter(({ left }) => left !== null);
        const rest = total.came - told.reduce((sum, { came }) => sum + came, 0);
        if (total.left !== null) expect(rest === 0 || rest >= 5).toBe(true);
        for (const { came, left } of services) if (left !== null) expect(came).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
