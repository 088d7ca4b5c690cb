import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers written without their country are read as numbers of this one. */
const homeCountry = 'BE';
/** Belgian mobile numbers; an SMS to any other one would be lost in silence. */
const belgianMobile = /^\+324\d{8}$/;
const mostCharacters = 40;

/** A mobile number as somebody typed it, in E.164; null when it is none. */
export function readMobileNumber(text: string): string | null {
  if (text.length > mostCharacters) return null;
  const number = parsePhoneNumberFromString(text.trim(), { defaultCountry: homeCountry, extract: false });
  if (number === undefined || !number.isValid() || number.ext !== undefined) return null;
  if (number.countryCallingCode === '32' && !belgianMobile.test(number.number)) return null;
  return number.number;
}
