import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import { namesSomebody } from '#shared/http/client-address.ts';

/** A library, a company or a mobile network stands behind one address; filling the calendar takes far more. */
const perAddress = { name: 'booking-address', attempts: 20, perSeconds: 600 };

/** Trying one time after the other is what people do; keeping all of them free for nobody takes far more. */
const holdsPerAddress = { name: 'hold-address', attempts: 60, perSeconds: 600 };

/** Whether one more booking from an address is allowed now. */
export async function mayBook(limiter: AttemptLimiter, address: string): Promise<boolean> {
  return !namesSomebody(address) || limiter.allow(perAddress, address);
}

/** Whether one more time may be kept free from an address now. Nobody is refused for that: the time is just not kept. */
export async function mayHold(limiter: AttemptLimiter, address: string): Promise<boolean> {
  return !namesSomebody(address) || limiter.allow(holdsPerAddress, address);
}
