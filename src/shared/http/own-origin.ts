/**
 * Whether a changing request was sent by a page of this very host (CSRF). The browser says so in Origin; where a referrer policy
 * makes that "null" (Fetch standard, section 3.1), in Sec-Fetch-Site, which no page can set either.
 */
export function hasOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return headers.get('sec-fetch-site') === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
