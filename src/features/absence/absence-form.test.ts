import { describe, expect, test } from 'vitest';
import { readAbsence, readDecisions, type TypedAbsence } from './absence-form.ts';

const zone = 'Europe/Brussels';
const seat = '0190b6a0-0000-7000-8000-000000000001';
const typed: TypedAbsence = {
  seat,
  from: '2026-11-24',
  fromTime: '',
  until: '',
  untilTime: '',
  reason: 'illness',
};
const read = (change: Partial<TypedAbsence> = {}) => readAbsence({ ...typed, ...change }, zone);

describe('the stretch of an absence', () => {
  test('is the whole day when only a day was given', () => {
    expect(read()).toEqual({
      ok: true,
      value: {
        seatId: seat,
        startAt: Date.parse('2026-11-24T00:00+01:00'),
        endAt: Date.parse('2026-11-25T00:00+01:00'),
        reason: 'illness',
      },
    });
  });

  test('is by the clock on the wall, also in the night in which it changes', () => {
    expect(read({ from: '2026-10-25', fromTime: '01:30', untilTime: '03:30' })).toMatchObject({
      value: {
        startAt: Date.parse('2026-10-25T01:30+02:00'),
        endAt: Date.parse('2026-10-25T03:30+01:00'),
      },
    });
  });

  test.each([
    ['seatMissing', 'seat', { seat: 'x' }],
    ['dateWrong', 'from', { from: '2026-02-30' }],
    ['dateWrong', 'until', { until: 'morgen' }],
    ['timeWrong', 'fromTime', { fromTime: '25:00' }],
    ['endBeforeStart', 'until', { until: '2026-11-23' }],
    ['endBeforeStart', 'untilTime', { fromTime: '10:00', untilTime: '10:00' }],
    ['tooLong', 'until', { until: '2027-11-24' }],
  ] as const)('says %s at %s', (problem, field, change) => {
    expect(read(change)).toEqual({ ok: false, problem, field });
  });

  test('has a reason that is known', () => {
    expect(read({ reason: 'constructor' })).toMatchObject({ value: { reason: 'other' } });
  });
});

test('what was decided is read per appointment, and what is not understood is left as it is', () => {
  const form = new FormData();
  const id = (last: number) => `0190b6a0-0000-7000-8000-00000000000${last}`;
  form.set(`do-${id(1)}`, 'sameTime');
  form.set(`do-${id(2)}`, 'cancel');
  form.set(`do-${id(3)}`, '1795600000000');
  form.set(`do-${id(4)}`, 'drop table');
  form.set(`do-${id(5)}`, 'phone.1795600000000');
  form.set('do-5', 'cancel');
  form.set('seat', 'x');
  expect(readDecisions(form)).toEqual([
    { id: id(1), does: 'sameTime' },
    { id: id(2), does: 'cancel' },
    { id: id(3), does: { startAt: 1_795_600_000_000 } },
    { id: id(5), does: { startAt: 1_795_600_000_000, channel: 'phone' } },
  ]);
});
