import type { EpochMilliseconds } from '#journey/time.ts';

const bytesOfMoment = 8;
/** Postgres counts from the first moment of 2000 in UTC. */
const year2000 = Date.UTC(2000, 0, 1);

/**
 * Reads moments as Postgres sends them over the wire (`timestamptz_send`: microseconds in 64 bits, the highest first), one after the other, in
 * base64. A busy month of a team has thousands: written as numbers in JSON, they took longer than all the rest of the question.
 */
export function readMoments(base64: string): EpochMilliseconds[] {
  const bytes = Buffer.from(base64, 'base64');
  const moments: EpochMilliseconds[] = [];
  for (let at = 0; at < bytes.length; at += bytesOfMoment) {
    const microseconds = bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
    moments.push((year2000 + Math.floor(microseconds / 1000)) as EpochMilliseconds);
  }
  return moments;
}
