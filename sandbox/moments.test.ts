import { expect, test } from 'vitest';
import { shortMoment, wholeMoment } from './moments.ts';

const received = '2026-11-24T22:40:00.000Z';

test('a message of today shows the clock of the municipality, one of another day there its day', () => {
  expect(shortMoment(received, new Date('2026-11-24T22:59:00Z')).markup).toContain('>23:40</time>');
  expect(shortMoment(received, new Date('2026-11-24T23:01:00Z')).markup).toMatch(/>24 nov\.?<\/time>/);
});

test('a message tells its whole moment by the clock of the municipality', () => {
  expect(wholeMoment(received).markup).toMatch(/dinsdag 24 november 2026.*23:40/);
});
