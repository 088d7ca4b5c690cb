import type { X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { NationalNumber } from '#ports/identity-provider.ts';
import { readName, readNationalNumber } from '../openid/claims.ts';
import { fromDer } from './der.ts';

export type CardHolder = {
  readonly country: string;
  readonly name: string | null;
  readonly nationalNumber: NationalNumber | null;
};

/** Parts of a name (RFC 5280, appendix A.1; X.520). */
const parts = { country: '2.5.4.6', family: '2.5.4.4', given: '2.5.4.42', number: '2.5.4.5' };

/** Who holds the card, by the subject of its certificate (RFC 5280, section 4.1.2.6). A date of birth is not in it. */
export function readHolder({ raw }: X509Certificate): Result<CardHolder, { readonly code: string }> {
  const { typesAndValues } = fromDer((der) => Certificate.fromBER(der), raw).subject;
  const claims = Object.fromEntries(
    Object.entries(parts).map(([part, oid]) => {
      const found = typesAndValues.filter(({ type }) => type === oid);
      // Twice the same part says nothing for certain.
      return [part, found.length === 1 ? String(found[0]?.value.valueBlock.value) : undefined];
    }),
  );
  const country = claims.country ?? '';
  // Of the Belgian card the number of the holder; others have forms of their own.
  if (country !== 'BE')
    return succeed({ country, name: readName(claims, 'given', 'family'), nationalNumber: null });
  const number = readNationalNumber(claims, 'number', 'rijksregisternummer');
  if (!number.ok || number.value === null) return fail({ code: 'wrongNationalNumber' });
  return succeed({ country, name: readName(claims, 'given', 'family'), nationalNumber: number.value });
}
