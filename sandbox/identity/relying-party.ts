import { createHash, randomBytes } from 'node:crypto';
import type { IdentityClient } from './settings.ts';

/** A browser without scripts, for tests: keeps cookies by name and path, follows redirects of one host. */
export class PlainBrowser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  async request(address: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(address);
    const cookies = [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`);
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: cookies.join('; '), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Follows redirects as long as they stay with the provider; answers the last response and its address. */
  async follow(address: string, init: RequestInit = {}): Promise<{ response: Response; address: string }> {
    const response = await this.request(address, init);
    const location = response.headers.get('location');
    if (!location) return { response, address };
    const next = new URL(location, address);
    if (next.origin !== new URL(address).origin) return { response, address: next.href };
    return this.follow(next.href);
  }

  post(address: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    return this.follow(address, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}

/** The asking side of a sign-on, for tests: what a client sends to the provider and how it redeems the code. */
export class RelyingParty {
  readonly verifier = randomBytes(32).toString('base64url');
  readonly nonce = randomBytes(16).toString('base64url');
  readonly state = randomBytes(16).toString('base64url');
  readonly redirectUri: string;
  readonly #issuer: string;
  readonly #client: IdentityClient;

  constructor(issuer: string, client: IdentityClient) {
    this.#issuer = issuer;
    this.#client = client;
    this.redirectUri = client.redirectUris[0] ?? '';
  }

  /** The address that starts a sign-on; a change of `undefined` leaves the parameter out. */
  authorizationAddress(changes: Record<string, string | undefined> = {}): string {
    const parameters: Record<string, string | undefined> = {
      client_id: this.#client.clientId,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: 'openid profile email staff',
      state: this.state,
      nonce: this.nonce,
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    const given = Object.entries(parameters).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return `${this.#issuer}/auth?${new URLSearchParams(given)}`;
  }

  redeem(
    code: string,
    changes: { verifier?: string; secret?: string; inBody?: boolean } = {},
  ): Promise<Response> {
    const secret = changes.secret ?? this.#client.clientSecret;
    const basic = Buffer.from(`${encodeURIComponent(this.#client.clientId)}:${encodeURIComponent(secret)}`);
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.redirectUri,
      code_verifier: changes.verifier ?? this.verifier,
      ...(changes.inBody && { client_id: this.#client.clientId, client_secret: secret }),
    });
    const headers = new Headers();
    if (!changes.inBody) headers.set('authorization', `Basic ${basic.toString('base64')}`);
    return fetch(`${this.#issuer}/token`, { method: 'POST', body, headers });
  }
}
