import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '#journey/result.ts';
import { addMinutes, epochMilliseconds, toEpoch } from '#journey/time.ts';
import { NOTABLE_DATES, readClock } from './arbitraries.ts';
import { parseMoment, writeMoment } from './parse-moment.ts';

const BRUSSELS = 'Europe/Brussels';
const LONG_AGO = epochMilliseconds(0);

function moment(text: string) {
  return toEpoch(Temporal.Instant.from(text));
}

function parse(text: string, now = LONG_AGO) {
  return parseMoment(text, BRUSSELS, now);
}

describe('a moment from a form or an address', () => {
  it('is wall time in the zone', () => {
    expect(parse('2026-11-24T10:40')).toEqual(succeed(moment('2026-11-24T10:40+01:00')));
    expect(parse('2026-07-14T10:40')).toEqual(succeed(moment('2026-07-14T10:40+02:00')));
    expect(parseMoment('2026-12-31T10:40', 'Pacific/Pago_Pago', LONG_AGO)).toEqual(
      succeed(moment('2026-12-31T21:40Z')),
    );
  });

  it.each([
    '',
    'morgen',
    '2026-11-24',
    '10:40',
    '2026-11-24 10:40',
    '2026-02-30T10:40',
    '2026-11-24T24:00',
    '2026-11-24T10:60',
    '2026-11-24T10:40:00',
    '2026-11-24T10:40Z',
    '2026-11-24T10:40[Europe/Brussels]',
    '2026-11-24T10:40+1:00',
    '2026-11-24T10:40+01:00x',
    ' 2026-11-24T10:40',
    '2026-11-24T10:40\n',
    '+002026-11-24T10:40',
    '٢٠٢٦-11-24T10:40',
  ])('is not a date when it is written as %j', (text) => {
    expect(parse(text)).toEqual(fail({ code: 'not-a-date' }));
  });

  it('does not exist in the hour that is skipped in spring, with or without an offset', () => {
    for (const text of [
      '2026-03-29T02:00',
      '2027-03-28T02:59',
      '2026-03-29T02:30+01:00',
      '2026-03-29T02:30+02:00',
    ]) {
      expect(parse(text)).toEqual(fail({ code: 'does-not-exist' }));
    }
    expect(parse('2026-03-29T03:00')).toEqual(succeed(moment('2026-03-29T01:00Z')));
  });

  it('says by its offset which passing is meant in the hour that comes twice', () => {
    expect(parse('2026-10-25T02:30+02:00')).toEqual(succeed(moment('2026-10-25T00:30Z')));
    expect(parse('2026-10-25T02:30+01:00')).toEqual(succeed(moment('2026-10-25T01:30Z')));
    expect(parse('2026-10-25T02:30')).toEqual(fail({ code: 'exists-twice' }));
    expect(parse('2026-10-25T03:00')).toEqual(succeed(moment('2026-10-25T02:00Z')));
  });

  it('may carry its offset at any time, but not a wrong one', () => {
    expect(parse('2026-11-24T10:40+01:00')).toEqual(succeed(moment('2026-11-24T09:40Z')));
    expect(parse('2026-11-24T10:40+02:00')).toEqual(fail({ code: 'does-not-exist' }));
    expect(parse('2026-11-24T10:40-01:00')).toEqual(fail({ code: 'does-not-exist' }));
  });

  it('may have lost the plus sign of its offset in an address', () => {
    const query = new URLSearchParams('at=2026-10-25T02:30+01:00').get('at') as string;
    expect(parse(query)).toEqual(succeed(moment('2026-10-25T01:30Z')));
  });

  it('is past a moment later, but not yet at the moment itself', () => {
    const at = moment('2026-11-24T09:40Z');
    expect(parse('2026-11-24T10:40', at)).toEqual(succeed(at));
    expect(parse('2026-11-24T10:40', epochMilliseconds(at + 1))).toEqual(fail({ code: 'past' }));
  });
});

describe('a moment written for a form or an address', () => {
  it('carries its offset only where it is needed', () => {
    expect(writeMoment(moment('2026-11-24T09:40Z'), BRUSSELS)).toBe('2026-11-24T10:40');
    expect(writeMoment(moment('2026-10-25T00:30Z'), BRUSSELS)).toBe('2026-10-25T02:30+02:00');
    expect(writeMoment(moment('2026-10-25T01:30Z'), BRUSSELS)).toBe('2026-10-25T02:30+01:00');
    expect(writeMoment(moment('2026-10-25T02:00Z'), BRUSSELS)).toBe('2026-10-25T03:00');
  });

  it('is read back as the same moment in every minute of every notable date', () => {
    for (const { zone, date } of NOTABLE_DATES) {
      for (const { at } of readClock(zone, date).filter((reading) => reading.date === date)) {
        const read = parseMoment(writeMoment(at, zone), zone, LONG_AGO);
        if (!read.ok || read.value !== at)
          throw new Error(`${writeMoment(at, zone)} in ${zone} is not ${at}`);
      }
    }
  });

  it('is read back as the same moment in other years and zones', () => {
    const zones = [BRUSSELS, 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham', 'Pacific/Apia'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.nat({ max: 40_000_000 }), (zone, minutes) => {
        const at = addMinutes(LONG_AGO, minutes);
        expect(parseMoment(writeMoment(at, zone), zone, LONG_AGO)).toEqual(succeed(at));
      }),
    );
  });
});
