import { z } from 'zod';

/** Where a provider is. Without TLS only on this very machine, where nobody reads along. */
export const secureAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => new URL(address).protocol === 'https:' || isThisMachine(address), {
    message: 'an https address',
  });

export function isThisMachine(address: string): boolean {
  return new URL(address).hostname === '127.0.0.1';
}
