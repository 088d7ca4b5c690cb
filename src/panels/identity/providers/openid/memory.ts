import { z } from 'zod';

/** What is needed again to redeem a code: the nonce of the id_token, and the verifier (RFC 7636, section 4.1). */
export const openIdMemory = z.strictObject({ nonce: z.string().min(1), codeVerifier: z.string().min(1) });
