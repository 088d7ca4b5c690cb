import { z } from 'zod';
import { secureAddress } from '../secure-address.ts';
import { insist } from '../web-eid/refusal.ts';

/** What one answer may take. Somebody waits for it. */
const answerMilliseconds = 8_000;
/** Compressed, of some hundred thousand credentials. */
const longestList = 2 * 1024 * 1024;

/** No status list, in time or of that kind: nobody is let in, and it may work later. */
export class StatusAway extends Error {}

const claims = z.looseObject({ sub: z.string() });

/** Fetches the list in which a credential's issuer tells what it revoked (Token Status List). Whose it is, its signature tells. @throws StatusAway, Refusal */
export async function fetchStatusList(uri: string): Promise<string> {
  insist(secureAddress.safeParse(uri).success, 'status list');
  const list = await fetchText(uri);
  const [, payload = ''] = list.split('.');
  const read = claims.safeParse(parse(payload));
  // A list of the same issuer that is about other credentials.
  insist(read.success && read.data.sub === uri, 'status list');
  return list;
}

async function fetchText(uri: string): Promise<string> {
  try {
    const answer = await fetch(uri, {
      headers: { accept: 'application/statuslist+jwt' },
      signal: AbortSignal.timeout(answerMilliseconds),
      redirect: 'error',
    });
    if (!answer.ok) throw new Error(`answer ${answer.status}`);
    const text = await answer.text();
    if (text.length > longestList) throw new Error('too long');
    return text.trim();
  } catch {
    throw new StatusAway();
  }
}

function parse(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString());
  } catch {
    return null;
  }
}
