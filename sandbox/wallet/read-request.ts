import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import { fetchFromThisMachine } from './fetch-here.ts';

/** Why a strict wallet does nothing with what it was shown. */
export class Unacceptable extends Error {}

export function insist(holds: boolean, because: string): asserts holds {
  if (!holds) throw new Unacceptable(because);
}

/** Secrets of fewer characters could be guessed. */
const shortestSecret = 22;

const encryptionKey = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  use: z.literal('enc'),
  alg: z.literal('ECDH-ES'),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
});

/** As OpenID4VP 1.0 (section 5) and HAIP 1.0 (section 5) want it, and nothing beside that. */
const requestObject = z.strictObject({
  response_type: z.literal('vp_token'),
  response_mode: z.literal('direct_post.jwt'),
  client_id: z.string(),
  response_uri: z.url(),
  nonce: z.string().min(shortestSecret),
  state: z.string().min(shortestSecret),
  dcql_query: z.strictObject({
    credentials: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[A-Za-z0-9_-]+$/),
          format: z.literal('dc+sd-jwt'),
          meta: z.strictObject({ vct_values: z.array(z.string()).min(1) }),
          claims: z
            .array(z.strictObject({ path: z.array(z.string()).length(1) }))
            .min(1)
            .optional(),
        }),
      )
      .length(1),
  }),
  client_metadata: z.strictObject({
    jwks: z.strictObject({ keys: z.array(encryptionKey).length(1) }),
    encrypted_response_enc_values_supported: z
      .array(z.string())
      .refine((values) => values.includes('A128GCM')),
    vp_formats_supported: z.strictObject({
      'dc+sd-jwt': z.strictObject({
        'sd-jwt_alg_values': z.array(z.string()).refine((values) => values.includes('ES256')),
        'kb-jwt_alg_values': z.array(z.string()).refine((values) => values.includes('ES256')),
      }),
    }),
  }),
  wallet_nonce: z.string(),
  aud: z.literal('https://self-issued.me/v2'),
  iat: z.number(),
  exp: z.number(),
});
export type RequestObject = z.infer<typeof requestObject>;

/** A request that is in order, and who asks by their certificate. */
export type ReadRequest = { readonly request: RequestObject; readonly asker: string };

/**
 * Fetches what a link leads to, and checks all of it: who asks, that it was made for this wallet now, and that it is as the profile says.
 * @param link what a QR code says, or what a telephone was opened with
 * @param accessAnchor whose access certificates count, as PEM
 * @throws Unacceptable
 */
export async function readRequest(link: string, accessAnchor: string): Promise<ReadRequest> {
  insist(URL.canParse(link), 'no link');
  const query = new URL(link).searchParams;
  const [clientId, uri] = [query.get('client_id'), query.get('request_uri')];
  insist(clientId !== null && uri !== null && URL.canParse(uri), 'no request_uri');
  insist(query.get('request_uri_method') === 'post', 'request_uri_method');
  const walletNonce = randomBytes(16).toString('base64url');
  const answer = await fetchFromThisMachine(uri, new URLSearchParams({ wallet_nonce: walletNonce }), {
    accept: 'application/oauth-authz-req+jwt',
  });
  insist(answer.status === 200, `request answered ${answer.status}`);
  insist(answer.type === 'application/oauth-authz-req+jwt', 'type of the request');
  const { typ, alg, x5c = [] } = decodeProtectedHeader(answer.text);
  insist(typ === 'oauth-authz-req+jwt' && alg === 'ES256', 'header');
  const leaf = checkChain(x5c, accessAnchor);
  const verified = await jwtVerify(answer.text, leaf.publicKey, { algorithms: ['ES256'] }).catch(() => null);
  insist(verified !== null, 'signature');
  const read = requestObject.safeParse(verified.payload);
  insist(read.success, `form ${read.success ? '' : z.prettifyError(read.error)}`);
  const hash = createHash('sha256').update(leaf.raw).digest('base64url');
  insist(clientId === `x509_hash:${hash}` && read.data.client_id === clientId, 'client_id');
  insist(read.data.wallet_nonce === walletNonce, 'wallet_nonce');
  insist(new URL(read.data.response_uri).origin === new URL(uri).origin, 'response_uri');
  return { request: read.data, asker: /CN=([^\n+]*)/.exec(leaf.subject)?.[1] ?? '' };
}

function checkChain(x5c: readonly string[], accessAnchor: string): X509Certificate {
  const chain = [
    ...x5c.map((each) => new X509Certificate(Buffer.from(each, 'base64'))),
    new X509Certificate(accessAnchor),
  ];
  const [leaf] = chain;
  insist(leaf !== undefined && chain.length > 1 && !leaf.ca, 'chain');
  const now = Date.now();
  for (const [index, certificate] of chain.entries()) {
    insist(
      certificate.validFromDate.getTime() <= now && now <= certificate.validToDate.getTime(),
      'validity',
    );
    const above = chain[index + 1];
    insist(
      above === undefined ||
        (above.ca && certificate.checkIssued(above) && certificate.verify(above.publicKey)),
      'chain',
    );
  }
  return leaf;
}
