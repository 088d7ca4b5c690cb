import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers written without their country are read as numbers of this one. */
const homeCountry = 'BE';
const mostCharacters = 40;

/** A telephone number as somebody typed it, in E.164; null when it is none. */
export function readPhoneNumber(text: string): string | null {
  if (text.length > mostCharacters) return null;
  const number = parsePhoneNumberFromString(text.trim(), { defaultCountry: homeCountry, extract: false });
  if (number === undefined || !number.isValid() || number.ext !== undefined) return null;
  return number.number;
}
