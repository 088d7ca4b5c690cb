/**
 * Whether a changing request was sent by a page of this very host (CSRF). The browser says so in Origin; where a referrer policy
 * makes that "null" (Fetch standard, section 3.1), in Sec-Fetch-Site, which no page can set either.
 */
export function hasOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return headers.get('sec-fetch-site') === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}

/**
 * Whether the browser itself says that a form was sent by a page of another site. Softer than `hasOwnOrigin`, for forms that no cookie
 * gives rights to: browsers from before 2023 say nothing when there is no script, and people who book with them are welcome.
 */
export function comesFromElsewhere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  // `none` is the person at the browser itself, reloading.
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  return origin !== null && origin !== 'null' && !hasOwnOrigin(headers);
}
