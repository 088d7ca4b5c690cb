import { createHash, timingSafeEqual } from 'node:crypto';
import type { Organisation } from '#features/organisation/organisation.ts';
import { config } from '#shared/config/config.ts';
import type { ContactClient } from '#shared/config/schema.ts';
import { currentOrganisation } from '../../current-request.ts';

export type Caller = { readonly organisation: Organisation; readonly client: ContactClient };

/** Which of the organisation's other contact software asks, by its key (RFC 6750, section 2.1); null for anybody else. */
export async function currentCaller(request: Request): Promise<Caller | null> {
  const key = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (key === undefined) return null;
  const organisation = await currentOrganisation();
  const hash = createHash('sha256').update(key).digest();
  const clients = config().CONTACT_CLIENTS[organisation.slug] ?? [];
  const client = clients.find(({ keyHash }) => timingSafeEqual(Buffer.from(keyHash, 'hex'), hash));
  return client === undefined ? null : { organisation, client };
}

/** An answer to software: what is the matter in a word, and for who builds it in a sentence. */
export function answerSoftware(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status, headers: { 'cache-control': 'no-store' } });
}

export const unknownCaller = () =>
  answerSoftware(401, 'unknownKey', 'Send the key of this software as Authorization: Bearer …');
