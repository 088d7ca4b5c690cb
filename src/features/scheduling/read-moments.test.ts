import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoments } from './read-moments.ts';

/** As Postgres writes them. */
function send(moments: readonly number[]): string {
  const bytes = Buffer.alloc(8 * moments.length);
  for (const [index, at] of moments.entries())
    bytes.writeBigInt64BE(BigInt(at - Date.UTC(2000, 0, 1)) * 1000n, 8 * index);
  return bytes.toString('base64');
}

describe('moments as Postgres sends them', () => {
  it('are none in nothing', () => {
    expect(readMoments('')).toEqual([]);
  });

  it('are read to the millisecond, before 2000 and long after', () => {
    const anyMoment = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });
    fc.assert(
      fc.property(fc.array(anyMoment), (moments) => {
        expect(readMoments(send(moments))).toEqual(moments);
      }),
    );
  });

  it('may stand on lines of 76 letters', () => {
    const moments = Array.from({ length: 30 }, (_, hour) => Date.UTC(2026, 10, 24, hour));
    expect(readMoments(send(moments).replace(/.{76}/g, '$&\n'))).toEqual(moments);
  });
});
