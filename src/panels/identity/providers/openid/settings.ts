import { z } from 'zod';
import { secureAddress } from '../secure-address.ts';

/** What every OpenID Connect provider must be told of us, and we of it. */
export const openIdSettings = z.strictObject({
  issuer: secureAddress,
  clientId: z.string().min(1),
});

/** Where both sides know a secret. Without one we sign with our own key (private_key_jwt). */
export const clientSecret = z.string().min(16, 'at least 16 characters').optional();

export type OpenIdSettings = z.infer<typeof openIdSettings> & { readonly clientSecret?: string | undefined };
