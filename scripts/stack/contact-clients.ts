import { createHash } from 'node:crypto';
import type { DeriveSecret } from './secrets.ts';

/** The key of the one other contact software of a municipality on this machine. */
export function contactKey(slug: string, secret: DeriveSecret): string {
  return createHash('sha256')
    .update(secret(`contact software ${slug}`))
    .digest('base64url');
}

/** The value of CONTACT_CLIENTS. It sends people back to this machine alone. */
export function contactClients(
  slugs: readonly string[],
  secret: DeriveSecret,
  returnOrigins: readonly string[],
): object {
  const chosen = slugs.map((slug) => {
    const keyHash = createHash('sha256').update(contactKey(slug, secret)).digest('hex');
    return [slug, [{ id: 'contact-center', name: 'Het contactcenter', keyHash, returnOrigins }]];
  });
  return Object.fromEntries(chosen);
}
