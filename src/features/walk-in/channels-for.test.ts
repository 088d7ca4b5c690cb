import { expect, test } from 'vitest';
import { channelsFor } from './channels-for.ts';

test('a counter helps in writing about everything, and over video about what is held so', () => {
  const both = { channels: ['chat', 'video'] as const };
  expect(channelsFor(both, { channels: ['video', 'phone'] })).toEqual(['video', 'chat']);
  expect(channelsFor(both, { channels: ['counter'] })).toEqual(['chat']);
  expect(channelsFor({ channels: ['video'] }, { channels: ['counter'] })).toEqual([]);
});
