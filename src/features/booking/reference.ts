import { randomInt } from 'node:crypto';
import type { AppointmentReference } from '#journey/ids.ts';

/** Crockford's base 32: digits and capitals without I, L, O and U, so that nothing is misread or reads as a word. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new name for an appointment, such as `7K2M-QX4D`: forty random bits. It is public and protects nothing. */
export function drawReference(): AppointmentReference {
  const draw = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${draw()}-${draw()}` as AppointmentReference;
}
