import { compactDecrypt, importJWK } from 'jose';
import { z } from 'zod';
import { insist } from '../web-eid/refusal.ts';
import type { EudiMemory } from './memory.ts';
import { encryptions, pidQuery } from './request-object.ts';

const answer = z.strictObject({
  vp_token: z.strictObject({ [pidQuery]: z.array(z.string().max(60_000)).length(1) }),
  state: z.string(),
});
const refusal = z.looseObject({ error: z.string() });

/** What a wallet posted (OpenID4VP 1.0, sections 8.2 to 8.5): that the person said no, or one presentation. */
export type OpenedAnswer =
  | { readonly kind: 'refused' }
  | { readonly kind: 'shown'; readonly presentation: string };

/** @param posted the fields of the form @throws Refusal for anything else than an answer to this very request */
export async function openAnswer(posted: string, memory: EudiMemory): Promise<OpenedAnswer> {
  const fields = new URLSearchParams(posted);
  if (fields.get('error') !== null) return { kind: 'refused' };
  const value = await decrypt(fields.get('response') ?? '', memory);
  if (refusal.safeParse(value).success) return { kind: 'refused' };
  const read = answer.safeParse(value);
  insist(read.success, 'form');
  insist(read.data.state === memory.handle, 'another request');
  return { kind: 'shown', presentation: read.data.vp_token[pidQuery]?.[0] ?? '' };
}

async function decrypt(response: string, { encryptionKey }: EudiMemory): Promise<unknown> {
  const key = await importJWK(JSON.parse(encryptionKey), 'ECDH-ES');
  try {
    const { plaintext } = await compactDecrypt(response, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: encryptions,
    });
    return JSON.parse(Buffer.from(plaintext).toString());
  } catch {
    insist(false, 'encryption');
  }
}
