import { X509Certificate } from 'node:crypto';
import { Certificate, CertificatePolicies } from 'pkijs';
import { fromDer } from './der.ts';
import { insist } from './refusal.ts';
import type { WebEidSettings } from './settings.ts';

/** Extended key usage for signing on (RFC 5280, section 4.2.1.12). */
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const policiesExtension = '2.5.29.32';

/** A card's certificate that was issued by one of whom the settings trust, and is valid now; whether it was revoked is another question. */
export type TrustedCertificate = { readonly card: X509Certificate; readonly issuer: X509Certificate };

/** @param at epoch milliseconds @throws Refusal */
export function trustCertificate(
  base64: string,
  { issuers, refusedPolicies }: Pick<WebEidSettings, 'issuers' | 'refusedPolicies'>,
  at: number,
): TrustedCertificate {
  const card = readCertificate(Buffer.from(base64, 'base64'));
  insist(isValid(card, at), 'validity');
  insist(!card.ca, 'authority');
  // `keyUsage` of Node is the extended one.
  insist(card.keyUsage?.includes(clientAuthentication) ?? false, 'usage');
  insist(!policiesOf(card).some((policy) => refusedPolicies.includes(policy)), 'policy');
  const issuer = issuers.find((each) => isIssuedBy(card, each));
  insist(issuer !== undefined, 'untrusted');
  insist(isValid(issuer, at), 'issuer validity');
  return { card, issuer };
}

function readCertificate(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    insist(false, 'certificate');
  }
}

export function isValid({ validFromDate, validToDate }: X509Certificate, at: number): boolean {
  return validFromDate.getTime() <= at && at <= validToDate.getTime();
}

/** Named by it and signed by it. */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function policiesOf(card: X509Certificate): readonly string[] {
  const extension = fromDer((der) => Certificate.fromBER(der), card.raw).extensions?.find(
    ({ extnID }) => extnID === policiesExtension,
  );
  const read = extension?.parsedValue;
  if (!(read instanceof CertificatePolicies)) return [];
  return read.certificatePolicies.map(({ policyIdentifier }) => policyIdentifier);
}
