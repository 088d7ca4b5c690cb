import { Integer, PrintableString, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';

const minute = 60_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const oids = { country: '2.5.4.6', name: '2.5.4.3' };

/** A certificate with the key of its holder. */
export type Holder = { readonly certificate: Certificate; readonly keys: CryptoKeyPair };

export type Wanted = {
  readonly name: string;
  /** Signs itself where nobody else does. */
  readonly issuer?: Holder;
  readonly isAuthority?: boolean;
  /** Epoch milliseconds. */
  readonly validFrom?: number;
  readonly validTo?: number;
};

let serial = Date.now();

/** A certificate with a P-256 key of its own, for a day. */
export async function certify({
  name,
  issuer,
  isAuthority = false,
  validFrom,
  validTo,
}: Wanted): Promise<Holder> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  serial += 1;
  certificate.serialNumber = new Integer({ value: serial });
  certificate.subject.typesAndValues = [
    new AttributeTypeAndValue({ type: oids.country, value: new PrintableString({ value: 'BE' }) }),
    new AttributeTypeAndValue({ type: oids.name, value: new Utf8String({ value: name }) }),
  ];
  certificate.issuer = (issuer?.certificate ?? certificate).subject;
  certificate.notBefore.value = new Date(validFrom ?? Date.now() - 60 * minute);
  certificate.notAfter.value = new Date(validTo ?? Date.now() + 24 * 60 * minute);
  const constraints = new BasicConstraints({ cA: isAuthority }).toSchema().toBER();
  certificate.extensions = [new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints })];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256');
  return { certificate, keys };
}

export const derOf = ({ certificate }: Holder): Buffer => Buffer.from(certificate.toSchema().toBER());

export const pemOf = (holder: Holder): string => pem('CERTIFICATE', derOf(holder));

/** The private key of a holder as PKCS #8. */
export async function keyPemOf({ keys }: Holder): Promise<string> {
  return pem('PRIVATE KEY', Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)));
}

function pem(label: string, der: Buffer): string {
  return `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}
