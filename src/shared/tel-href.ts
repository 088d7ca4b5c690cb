/** The address behind a telephone number as it is written on the page, for a phone to dial (RFC 3966). */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
