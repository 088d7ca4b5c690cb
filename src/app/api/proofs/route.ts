import { z } from 'zod';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { languages } from '#journey/language.ts';
import { orderProof } from '#panels/identity/order-proof.ts';
import { config } from '#shared/config/config.ts';
import { readBody } from '#shared/http/read-body.ts';
import { attemptLimiter } from '../../../wiring.ts';
import { identityToolsOf } from '../../current-identity.ts';
import { answerSoftware, currentCaller, unknownCaller } from './contact-client.ts';

const body = z.strictObject({
  service: z.string().min(1).max(100),
  language: z.enum(languages),
  reference: z.string().min(1).max(100).optional(),
  returnAddress: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
});
const longestBytes = 4_096;
/** A busy counter; a loop asks far more often. */
const perClient = { name: 'order-proof', attempts: 600, perSeconds: 600 };

/** Other contact software asks for a proof of who somebody is: docs/identity.md. */
export async function POST(request: Request): Promise<Response> {
  const caller = await currentCaller(request);
  if (caller === null) return unknownCaller();
  const { organisation, client } = caller;
  if (!(await attemptLimiter.allow(perClient, `${organisation.id}/${client.id}`)))
    return answerSoftware(429, 'tooMany', 'At most 600 in ten minutes.');
  const order = body.safeParse(await readSent(request));
  if (!order.success) return answerSoftware(400, 'invalid', z.prettifyError(order.error));
  const { PUBLIC_SCHEME, PUBLIC_PORT, IDENTITY_KEYS } = config();
  if (!IDENTITY_KEYS[organisation.slug]?.some(({ use }) => use === 'sig'))
    return answerSoftware(503, 'noKey', 'The municipality has no key to sign answers with yet.');
  const ordered = await orderProof(identityToolsOf(organisation), organisation.id, client, order.data);
  if (!ordered.ok) return answerSoftware(422, ordered.failure.code, explained[ordered.failure.code]);
  const { id, token, expiresAt } = ordered.value;
  const address = `${publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT)}/prove/${token}`;
  const answer = { id, address, expiresAt: expiresAt.toISOString() };
  return Response.json(answer, { status: 201, headers: { 'cache-control': 'no-store' } });
}

const explained = {
  notStated: 'No published service of that name states that people identify.',
  returnAddressForbidden: 'The origin of returnAddress is not among returnOrigins of this software.',
} as const;

async function readSent(request: Request): Promise<unknown> {
  try {
    return JSON.parse(String(await readBody(request, longestBytes)));
  } catch {
    return null;
  }
}
