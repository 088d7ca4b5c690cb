import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server.js';
import { NextRequest } from 'next/server.js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { organisationSlugHeader } from '#shared/http/organisation-slug.ts';

const environment = {
  DATABASE_URL: 'postgresql://balie_app:secret@127.0.0.1:5432/balie',
  LIVEKIT_URL: 'http://127.0.0.1:7880',
  LIVEKIT_PUBLIC_URL: 'ws://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'a-secret-of-the-video-server-0123456789',
  LINK_SECRET: 'a-secret-for-links-0123456789-0123456789',
  AUTH_SECRET: 'a-secret-for-sign-on-0123456789-0123456789',
  STAFF_SIGN_ON: JSON.stringify({
    stad: { issuer: 'https://stad.example/oidc', clientId: 'a', clientSecret: 'b' },
    dorp: { issuer: 'https://dorp.example/oidc', clientId: 'a', clientSecret: 'b' },
  }),
  SMTP_URL: 'smtp://127.0.0.1:25',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
};

let entrance: typeof import('./proxy.ts');

beforeAll(async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  entrance = await import('./proxy.ts');
});

const url = 'http://stad.example/services/paspoort';

function formTargets(organisationSlug: string | null): string | undefined {
  const headers: HeadersInit =
    organisationSlug === null ? {} : { [organisationSlugHeader]: organisationSlug };
  const policy = entrance.proxy(new NextRequest(url, { headers })).headers.get('content-security-policy');
  return policy?.split('; ').find((directive) => directive.startsWith('form-action'));
}

describe('the content security policy', () => {
  test.each([
    ['asked for', {}],
    ['prefetched by the browser', { purpose: 'prefetch' }],
    ['prerendered by the browser', { 'sec-purpose': 'prefetch;prerender' }],
    ['prefetched by the page before it', { 'next-router-prefetch': '1' }],
  ])('is on a page that is %s', (_how, headers) => {
    expect(unstable_doesMiddlewareMatch({ config: entrance.config, url, headers })).toBe(true);
  });

  test.each(['stad', 'dorp'])('lets forms of %s end at its own identity provider only', (slug) => {
    expect(formTargets(slug)).toBe(`form-action 'self' https://${slug}.example`);
  });

  test.each([null, 'elsewhere', '__proto__'])(
    'lets forms end here only, where nobody signs on: %s',
    (slug) => {
      expect(formTargets(slug)).toBe(`form-action 'self'`);
    },
  );
});
