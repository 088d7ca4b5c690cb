import { type NextRequest, NextResponse } from 'next/server';
import { config as settings } from '#shared/config/config.ts';
import { organisationSlugHeader } from '#shared/http/organisation-slug.ts';

/** Sets the content security policy with a nonce per request. Decides nothing about who may do what. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const { pathname } = request.nextUrl;
  const policy =
    ownPolicyOf(pathname) ?? contentSecurityPolicy(nonce, request.headers.get(organisationSlugHeader) ?? '');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** The one page that another one shows inside itself: a mail, with its styles and pictures in it, and nothing that runs. */
const mailPreview = '/admin/messages/preview';
const mailPreviewPolicy = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  'img-src data:',
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'self'`,
].join('; ');

/** What citizens sent in: whatever is in it, nothing of it runs, loads or leads anywhere. */
const documents = '/api/seat/documents/';
const documentPolicy = `sandbox; default-src 'none'; frame-ancestors 'none'`;

function ownPolicyOf(pathname: string): string | null {
  if (pathname === mailPreview) return mailPreviewPolicy;
  return pathname.startsWith(documents) ? documentPolicy : null;
}

function contentSecurityPolicy(nonce: string, organisationSlug: string): string {
  const { NODE_ENV, LIVEKIT_PUBLIC_URL, STAFF_SIGN_ON } = settings();
  const development = NODE_ENV === 'development';
  // The video library asks for its settings over http(s) and talks over ws(s).
  const video = [LIVEKIT_PUBLIC_URL, LIVEKIT_PUBLIC_URL.replace(/^ws/, 'http')].map(
    (url) => new URL(url).origin,
  );
  // A form that ends at the identity provider is blocked in silence unless its origin is named.
  const signOn = Object.hasOwn(STAFF_SIGN_ON, organisationSlug) ? STAFF_SIGN_ON[organisationSlug] : undefined;
  const identityProvider = signOn === undefined ? [] : [new URL(signOn.issuer).origin];
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `media-src 'self' blob: mediastream:`,
    `font-src 'self'`,
    `worker-src 'self' blob:`,
    `connect-src ${["'self'", ...video].join(' ')}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action ${["'self'", ...identityProvider].join(' ')}`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

// Also what is prefetched or prerendered: it is shown as it was fetched. Not where files are sent to: what passes here is kept in
// memory and cut off, and the answer is no page.
export const config = {
  matcher: '/((?!_next/static|_next/image|brand/|favicon.ico|a/[^/]+/documents$).*)',
};
