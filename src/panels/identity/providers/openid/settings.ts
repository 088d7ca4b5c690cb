import { z } from 'zod';

/** Where a provider is. Without TLS only on this very machine, where nobody reads along. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .refine((address) => new URL(address).protocol === 'https:' || isThisMachine(address), {
    message: 'an https address',
  });

/** What every OpenID Connect provider must be told of us, and we of it. */
export const openIdSettings = z.strictObject({
  issuer,
  clientId: z.string().min(1),
});

/** Where both sides know a secret. Without one we sign with our own key (private_key_jwt). */
export const clientSecret = z.string().min(16, 'at least 16 characters').optional();

export type OpenIdSettings = z.infer<typeof openIdSettings> & { readonly clientSecret?: string | undefined };

export function isThisMachine(address: string): boolean {
  return new URL(address).hostname === '127.0.0.1';
}
