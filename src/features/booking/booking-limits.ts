import type { AttemptLimiter } from '#ports/attempt-limiter.ts';

/** A library, a company or a mobile network stands behind one address; filling the calendar takes far more. */
const perAddress = { name: 'booking-address', attempts: 20, perSeconds: 600 };

/** Trying one time after the other is what people do; keeping all of them free for nobody takes far more. */
const holdsPerAddress = { name: 'hold-address', attempts: 60, perSeconds: 600 };

/** The machine itself (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3), also written as IPv6. */
const loopback = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;

/**
 * Whether one more booking from an address is allowed now. The machine's own address says nothing about who books: it
 * stands for everybody behind a proxy that does not name them, and nobody is refused for that.
 */
export async function mayBook(limiter: AttemptLimiter, address: string): Promise<boolean> {
  return loopback.test(address) || limiter.allow(perAddress, address);
}

/** Whether one more time may be kept free from an address now. Nobody is refused for that: the time is just not kept. */
export async function mayHold(limiter: AttemptLimiter, address: string): Promise<boolean> {
  return loopback.test(address) || limiter.allow(holdsPerAddress, address);
}
