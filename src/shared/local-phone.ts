import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers of this country are written without it. */
const homeCountry = 'BE';

/** A number as people here say it: `0470 12 34 56`, and abroad `+31 6 12345678`. @param number E.164 */
export function formatPhoneLocally(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return number;
  return parsed.country === homeCountry ? parsed.formatNational() : parsed.formatInternational();
}
