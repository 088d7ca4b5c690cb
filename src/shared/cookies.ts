/** Names of cookies. `__Host-`: this host only, over TLS or on a loopback name, path `/`. */
export const staffSessionCookie = '__Host-staff';
export const languageCookie = '__Host-language';
/** The link of a code that was just typed, until it is opened: so that it never stands in an address. */
export const typedCodeCookie = '__Host-code';
/** Of who proves who they are before they telephone: this browser, and the digits that it was given. */
export const callerCookie = '__Host-caller';
export const callersCodeCookie = '__Host-callers-code';
/** Of who proves who they are for other software: this browser, and where it began. */
export const proverCookie = '__Host-prover';
export const proverPageCookie = '__Host-prover-page';
export const themeCookie = '__Host-theme';
/** Under which key this browser holds a time while somebody types. Says nothing about who. */
export const heldTimeCookie = '__Host-held-time';

/** One cookie per appointment, so that a browser can hold several. @param reference the appointment's public name */
export function visitCookie(reference: string): string {
  return `__Host-visit-${reference}`;
}

/** The value of a cookie in a Cookie header (RFC 6265, section 4.2). */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
