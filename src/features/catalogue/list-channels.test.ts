import { expect, test } from 'vitest';
import type { Channel } from '#journey/appointment-wish.ts';
import { listChannels } from './list-channels.ts';
import type { CatalogueService } from './service.ts';

const held = (...channels: Channel[]) => ({ channels }) as unknown as CatalogueService;

test('the channels of a catalogue are those on which something of it is held, in one order', () => {
  expect(listChannels([held('counter'), held('video', 'counter')])).toEqual(['video', 'counter']);
  expect(listChannels([held('phone')])).toEqual(['phone']);
  expect(listChannels([])).toEqual(['video']);
});
