import { Integer, PrintableString, Utf8String } from 'asn1js';
import {
  AccessDescription,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificatePolicies,
  Extension,
  ExtKeyUsage,
  GeneralName,
  InfoAccess,
  PolicyInformation,
} from 'pkijs';

const minute = 60_000;

/** A certificate with the key of its holder. */
export type Holder = { readonly certificate: Certificate; readonly keys: CryptoKeyPair };

export type Wanted = {
  readonly subject: Readonly<Record<string, string>>;
  /** Signs itself where nobody else does. */
  readonly issuer?: Holder;
  readonly isAuthority?: boolean;
  readonly usages?: readonly string[];
  readonly policies?: readonly string[];
  readonly responder?: string;
  readonly validFrom?: number;
  readonly validTo?: number;
};

const oids: Record<string, string> = {
  C: '2.5.4.6',
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  GN: '2.5.4.42',
  serialNumber: '2.5.4.5',
};

let serial = 1000;

/** A certificate with a P-384 key of its own. */
export async function issue(wanted: Wanted): Promise<Holder> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, [
    'sign',
    'verify',
  ]);
  const certificate = new Certificate();
  certificate.version = 2;
  serial += 1;
  certificate.serialNumber = new Integer({ value: serial });
  for (const [name, value] of Object.entries(wanted.subject)) {
    const written = name === 'C' ? new PrintableString({ value }) : new Utf8String({ value });
    certificate.subject.typesAndValues.push(
      new AttributeTypeAndValue({ type: oids[name] ?? '', value: written }),
    );
  }
  certificate.issuer = (wanted.issuer?.certificate ?? certificate).subject;
  certificate.notBefore.value = new Date(wanted.validFrom ?? Date.now() - 60 * minute);
  certificate.notAfter.value = new Date(wanted.validTo ?? Date.now() + 24 * 60 * minute);
  certificate.extensions = extensionsOf(wanted);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((wanted.issuer?.keys ?? keys).privateKey, 'SHA-384');
  return { certificate, keys };
}

function extensionsOf({ isAuthority = false, usages, policies, responder }: Wanted): Extension[] {
  const as = (extnID: string, value: { toSchema: () => { toBER: () => ArrayBuffer } }, critical = false) =>
    new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
  const extensions = [as('2.5.29.19', new BasicConstraints({ cA: isAuthority }), true)];
  if (usages) extensions.push(as('2.5.29.37', new ExtKeyUsage({ keyPurposes: [...usages] })));
  if (policies) {
    const certificatePolicies = policies.map(
      (policyIdentifier) => new PolicyInformation({ policyIdentifier }),
    );
    extensions.push(as('2.5.29.32', new CertificatePolicies({ certificatePolicies })));
  }
  if (responder) {
    const accessLocation = new GeneralName({ type: 6, value: responder });
    const ocsp = new AccessDescription({ accessMethod: '1.3.6.1.5.5.7.48.1', accessLocation });
    extensions.push(as('1.3.6.1.5.5.7.1.1', new InfoAccess({ accessDescriptions: [ocsp] })));
  }
  return extensions;
}

export const derOf = ({ certificate }: Holder): Buffer => Buffer.from(certificate.toSchema().toBER());
export const pemOf = (holder: Holder): string =>
  `-----BEGIN CERTIFICATE-----\n${derOf(holder).toString('base64')}\n-----END CERTIFICATE-----\n`;
