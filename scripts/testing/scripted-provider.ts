import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Script = {
  /** What the id_token says beside what is right, signed by the provider's own key unless `forged`. */
  readonly claims?: JWTPayload;
  readonly forged?: boolean;
  /** Answers of single addresses in place of the right ones: `/token`. */
  readonly answers?: Readonly<Record<string, Answer>>;
};

/** A provider that does just what a test tells it: what no honest one does. Its one person is `somebody`, at the level that is asked. */
export async function startScriptedProvider(clientId: string) {
  const own = await generateKeyPair('RS256');
  const forger = await generateKeyPair('RS256');
  const publicKey = { ...(await exportJWK(own.publicKey)), use: 'sig', alg: 'RS256', kid: 'own' };
  let script: Script = {};
  let nonce = '';

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    const answer = script.answers?.[pathname];
    if (answer !== undefined) return answer(request, response);
    void right(pathname).then((body) => {
      response.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  async function right(pathname: string): Promise<object | null> {
    if (pathname === '/.well-known/openid-configuration')
      return {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
      };
    if (pathname === '/jwks') return { keys: [publicKey] };
    if (pathname === '/token')
      return { access_token: 'a', token_type: 'Bearer', id_token: await signIdToken() };
    return null;
  }

  async function signIdToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = { acr: 'urn:practice:high', nonce, ...script.claims };
    return new SignJWT({
      iss: issuer,
      aud: clientId,
      sub: 'somebody',
      iat: now,
      exp: now + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'own' })
      .sign((script.forged ? forger : own).privateKey);
  }

  return {
    issuer,
    /** What it does from now on. */
    follow: (next: Script) => {
      script = next;
    },
    /** Takes the nonce of an address to which it was asked to send somebody. @returns the query to come back with */
    sendBack: (redirectUrl: string): string => {
      const asked = new URL(redirectUrl).searchParams;
      nonce = asked.get('nonce') ?? '';
      return `?code=c&state=${asked.get('state')}`;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
