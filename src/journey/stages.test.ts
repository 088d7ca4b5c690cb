import { describe, expect, test } from 'vitest';
import type { Channel } from './appointment-wish.ts';
import { linkStageAt, mayCancelAt } from './stages.ts';

const minute = 60_000;
const booked = (channel: Channel) =>
  ({ state: 'booked', channel, startAt: 1000 * minute, endAt: 1015 * minute }) as const;
const stage = (channel: Channel, atMinute: number) => linkStageAt(booked(channel), null, atMinute * minute);

test.each(['video', 'chat'] as const)(
  'over %s the link prepares, then waits, and in the end says that nobody came',
  (channel) => {
    expect(stage(channel, 969)).toBe('prepare');
    expect(stage(channel, 970)).toBe('wait');
    expect(stage(channel, 1134)).toBe('wait');
    expect(stage(channel, 1135)).toBe('missed');
  },
);

describe.each(['phone', 'counter'] as const)('on the channel %s', (channel) => {
  test('there is no waiting room, and in the end only that the time is past', () => {
    expect(stage(channel, 970)).toBe('prepare');
    expect(stage(channel, 1134)).toBe('prepare');
    expect(stage(channel, 1135)).toBe('past');
    expect(mayCancelAt('past')).toBe(false);
  });

  test('what a clerk said of it counts, whenever', () => {
    for (const now of [1001, 1135].map((at) => at * minute)) {
      expect(linkStageAt({ ...booked(channel), state: 'completed' }, null, now)).toBe('ended');
      expect(linkStageAt({ ...booked(channel), state: 'missed' }, null, now)).toBe('missed');
    }
  });
});

test('who is in conversation, or was, is nowhere else, whatever the time', () => {
  expect(linkStageAt(booked('video'), 'admitted', 2000 * minute)).toBe('call');
  expect(linkStageAt(booked('video'), 'ended', 0)).toBe('ended');
});

test('who was sent back waits, also long before or after the agreed time, and did not miss it', () => {
  const sentBack = { ...booked('video'), sentBackAt: 900 * minute };
  expect(linkStageAt(sentBack, 'waiting', 901 * minute)).toBe('wait');
  expect(linkStageAt({ ...sentBack, sentBackAt: 1130 * minute }, 'waiting', 1200 * minute)).toBe('wait');
  expect(linkStageAt({ ...sentBack, sentBackAt: 1130 * minute }, 'waiting', 1250 * minute)).toBe('ended');
});
