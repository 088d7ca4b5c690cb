import { describe, expect, test } from 'vitest';
import type { SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import type { LocalDate } from '#journey/local-time.ts';
import { epochMilliseconds, toEpoch } from '#journey/time.ts';
import { type BookedAppointment, type FitRules, type FitSeat, findMisfit, type OpenStretch } from './fit.ts';

const [team, seatId, service] = ['team' as TeamId, 'seat' as SeatId, 'service' as ServiceId];
const at = (text: string) => toEpoch(new Date(text));
const date = (text: string) => text as LocalDate;

/** A Tuesday, 10.00 to 10.30 in Brussels. */
const booked: BookedAppointment = {
  id: 'a' as never,
  reference: 'ABCD-EFGH' as never,
  citizenName: 'Sofie Van Daele',
  teamId: team,
  seatId,
  channel: 'video',
  serviceIds: [service],
  startAt: at('2026-12-08T10:00+01:00'),
  endAt: at('2026-12-08T10:30+01:00'),
};
const hours: OpenStretch = {
  teamId: team,
  channel: 'video',
  locationId: null,
  seatIds: [],
  weekday: 2,
  fromMinute: 540,
  untilMinute: 720,
  validFrom: null,
  validUntil: null,
};
const seat: FitSeat = {
  id: seatId,
  locationId: null,
  channels: ['video'],
  isRetired: false,
  serviceIds: [],
  staffing: [],
  absences: [],
};

type Change = { [Key in keyof FitRules]?: FitRules[Key] } & { readonly seat?: Partial<FitSeat> };
function rules({ seat: seatChange, ...change }: Change = {}): FitRules {
  return {
    timeZone: 'Europe/Brussels',
    hours: [hours],
    holidays: new Set(),
    closures: new Map(),
    seats: new Map([[seatId, { ...seat, ...seatChange }]]),
    services: new Map([[service, { teamId: team, channels: ['video'] }]]),
    ...change,
  };
}

describe('an appointment', () => {
  test('fits within hours, also of stretches that touch', () => {
    expect(findMisfit(booked, rules())).toBeNull();
    const touching = [
      { ...hours, untilMinute: 615 },
      { ...hours, fromMinute: 615 },
    ];
    expect(findMisfit(booked, rules({ hours: touching }))).toBeNull();
    expect(findMisfit(booked, rules({ hours: [{ ...hours, seatIds: [seatId] }] }))).toBeNull();
  });

  test.each<[string, Change]>([
    ['holiday', { holidays: new Set([date('2026-12-08')]) }],
    ['closure', { closures: new Map([[team, new Set([date('2026-12-08')])]]) }],
    ['closed', { hours: [{ ...hours, untilMinute: 629 }] }],
    ['seatClosed', { hours: [{ ...hours, seatIds: ['another' as SeatId] }] }],
    ['closed', { hours: [{ ...hours, channel: 'phone' }] }],
    ['closed', { hours: [{ ...hours, validFrom: date('2026-12-09') }] }],
    ['seatRetired', { seat: { isRetired: true } }],
    [
      'absent',
      { seat: { absences: [{ startAt: at('2026-12-08T10:29+01:00'), endAt: at('2026-12-09T00:00Z') }] } },
    ],
    ['notStaffed', { seat: { staffing: [{ ...hours, weekday: 3 }] } }],
    ['seatChannel', { seat: { channels: ['phone'] } }],
    ['seatSkill', { seat: { serviceIds: ['other' as ServiceId] } }],
    ['serviceChannel', { services: new Map([[service, { teamId: team, channels: ['phone'] }]]) }],
    ['otherTeam', { services: new Map([[service, { teamId: 'other' as TeamId, channels: ['video'] }]]) }],
  ])('does not fit: %s', (reason, change) => {
    expect(findMisfit(booked, rules(change))).toBe(reason);
  });

  test('is judged by the wall time of the organisation, on the day when the clock goes forward too', () => {
    // 28 March 2027: 1.30 in Brussels, an hour long, runs over the hour that is not there.
    const sunday = { ...hours, weekday: 7, fromMinute: 60, untilMinute: 240 };
    const startAt = at('2027-03-28T00:30Z');
    const night = { ...booked, startAt, endAt: epochMilliseconds(startAt + 3_600_000) };
    expect(findMisfit(night, rules({ hours: [sunday] }))).toBeNull();
    expect(findMisfit(night, rules({ hours: [{ ...sunday, fromMinute: 91 }] }))).toBe('closed');
  });

  test('that runs past midnight needs both days', () => {
    const startAt = at('2026-12-08T23:50+01:00');
    const late = { ...booked, startAt, endAt: epochMilliseconds(startAt + 20 * 60_000) };
    const evening = { ...hours, fromMinute: 1400, untilMinute: 1440 };
    const night = { ...hours, weekday: 3, fromMinute: 0, untilMinute: 60 };
    expect(findMisfit(late, rules({ hours: [evening, night] }))).toBeNull();
    expect(findMisfit(late, rules({ hours: [evening] }))).toBe('closed');
  });
});
