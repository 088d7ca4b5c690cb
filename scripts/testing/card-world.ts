import { createHash, KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Constructed,
  GeneralizedTime,
  Integer,
  OctetString,
  Primitive,
  PrintableString,
  Utf8String,
} from 'asn1js';
import {
  AccessDescription,
  AttributeTypeAndValue,
  BasicConstraints,
  BasicOCSPResponse,
  Certificate,
  CertificatePolicies,
  Extension,
  ExtKeyUsage,
  GeneralName,
  InfoAccess,
  OCSPRequest,
  OCSPResponse,
  PolicyInformation,
  ResponseBytes,
  SingleResponse,
} from 'pkijs';

const minute = 60_000;
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const emailProtection = '1.3.6.1.5.5.7.3.4';
const ocspSigning = '1.3.6.1.5.5.7.3.9';
const basicResponse = '1.3.6.1.5.5.7.48.1.1';
const nonceExtension = '1.3.6.1.5.5.7.48.1.2';

type Holder = { readonly certificate: Certificate; readonly keys: CryptoKeyPair };

type Wanted = {
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
async function issue(wanted: Wanted): Promise<Holder> {
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

const derOf = ({ certificate }: Holder): Buffer => Buffer.from(certificate.toSchema().toBER());
const pemOf = (holder: Holder): string =>
  `-----BEGIN CERTIFICATE-----\n${derOf(holder).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** How the responder answers; as it should, unless it says otherwise. */
export type ResponderManner = {
  readonly status?: 'good' | 'revoked' | 'unknown';
  readonly nonce?: 'same' | 'none' | 'another';
  readonly signer?: 'responder' | 'authority' | 'anotherCard' | 'stranger';
  /** Made this long ago. */
  readonly ageMinutes?: number;
  readonly about?: 'it' | 'another';
  readonly isAway?: boolean;
  /** There is news by then: before now, for an answer that is out of date. */
  readonly nextInMinutes?: number;
  /** The same answer twice over in one. */
  readonly isTwice?: boolean;
  readonly hash?: 'SHA-384' | 'SHA-1';
};

/** CertStatus of RFC 6960, section 4.2.1. */
const statuses = {
  good: () => new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } }),
  revoked: () =>
    new Constructed({
      idBlock: { tagClass: 3, tagNumber: 1 },
      value: [new GeneralizedTime({ valueDate: new Date() })],
    }),
  unknown: () => new Primitive({ idBlock: { tagClass: 3, tagNumber: 2 } }),
};

/** Authorities, a responder that really listens, and cards: as simulated ones, with keys that are known here. */
export async function startCardWorld() {
  let manner: ResponderManner = {};
  const root = await issue({ subject: { C: 'BE', CN: 'Practice Root' }, isAuthority: true });
  const authority = await issue({
    subject: { C: 'BE', CN: 'Practice Citizen CA' },
    issuer: root,
    isAuthority: true,
  });
  const formerAuthority = await issue({
    subject: { C: 'BE', CN: 'Practice Former CA' },
    issuer: root,
    isAuthority: true,
    validTo: Date.now() - minute,
  });
  const stranger = await issue({ subject: { C: 'BE', CN: 'Practice Citizen CA' }, isAuthority: true });
  const asResponder = { subject: { C: 'BE', CN: 'Practice OCSP' }, usages: [ocspSigning] };
  const responder = await issue({ ...asResponder, issuer: authority });
  const foreignResponder = await issue({ ...asResponder, issuer: stranger });

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (manner.isAway) return void response.writeHead(503).end();
    const answer = await answerOcsp(Buffer.concat(chunks));
    response.writeHead(200, { 'content-type': 'application/ocsp-response' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const cardOf = (changes: Partial<Wanted> = {}) =>
    issue({
      subject: {
        C: 'BE',
        CN: 'Sofie Van Daele (Authentication)',
        SN: 'Van Daele',
        GN: 'Sofie',
        serialNumber: '87041299614',
      },
      issuer: authority,
      usages: [clientAuthentication],
      policies: ['2.16.56.12.1.1.2.2'],
      responder: address,
      ...changes,
    });
  const sofie = await cardOf();
  const another = await cardOf();

  async function answerOcsp(body: Buffer): Promise<Buffer> {
    const {
      status = 'good',
      nonce = 'same',
      signer = 'responder',
      ageMinutes = 0,
      about = 'it',
      hash = 'SHA-384',
      isTwice,
      nextInMinutes,
    } = manner;
    const { tbsRequest } = OCSPRequest.fromBER(Uint8Array.from(body).buffer);
    const asked = tbsRequest.requestList[0];
    if (asked === undefined) throw new Error('nothing is asked');
    const single = new SingleResponse();
    single.certID = asked.reqCert;
    if (about === 'another') single.certID.serialNumber = another.certificate.serialNumber;
    single.certStatus = statuses[status]();
    single.thisUpdate = new Date(Date.now() - ageMinutes * minute);
    if (nextInMinutes !== undefined) single.nextUpdate = new Date(Date.now() + nextInMinutes * minute);
    const signers = { responder, authority, anotherCard: another, stranger: foreignResponder };
    const { certificate, keys } = signers[signer];
    const basic = new BasicOCSPResponse();
    basic.tbsResponseData.responderID = certificate.subject;
    basic.tbsResponseData.producedAt = new Date();
    basic.tbsResponseData.responses = isTwice ? [single, single] : [single];
    const told = tbsRequest.requestExtensions?.find(({ extnID }) => extnID === nonceExtension);
    const other = new Extension({
      extnID: nonceExtension,
      extnValue: new OctetString({ valueHex: new Uint8Array(32).buffer }).toBER(),
    });
    const said = { same: told, none: undefined, another: other }[nonce];
    if (said) basic.tbsResponseData.responseExtensions = [said];
    // A true responder's certificate lies by in every case.
    basic.certs = [responder.certificate, certificate];
    await basic.sign(keys.privateKey, hash);
    const whole = new OCSPResponse();
    whole.responseStatus.valueBlock.valueDec = 0;
    whole.responseBytes = new ResponseBytes({
      responseType: basicResponse,
      response: new OctetString({ valueHex: basic.toSchema().toBER() }),
    });
    return Buffer.from(whole.toSchema().toBER());
  }

  return {
    address,
    root: pemOf(root),
    authority: pemOf(authority),
    formerAuthority: pemOf(formerAuthority),
    cards: {
      sofie,
      expired: await cardOf({ validTo: Date.now() - minute }),
      future: await cardOf({ validFrom: Date.now() + minute }),
      signing: await cardOf({ usages: [emailProtection] }),
      policy: await cardOf({ policies: ['1.2.3.4'] }),
      former: await cardOf({ issuer: formerAuthority }),
      strange: await cardOf({ issuer: stranger }),
      silent: await cardOf({ responder: undefined }),
      foreign: await cardOf({ subject: { C: 'XX', SN: 'Doe', GN: 'Jo', serialNumber: 'PNOXX-1' } }),
      wrongNumber: await cardOf({ subject: { C: 'BE', SN: 'Doe', GN: 'Jo', serialNumber: '87041299615' } }),
      authority,
    },
    respond: (how: ResponderManner) => {
      manner = how;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type CardWorld = Awaited<ReturnType<typeof startCardWorld>>;

/** What the browser's extension would give for a card, a site and a challenge. */
export function signChallenge(
  card: Holder,
  { origin, challenge }: { readonly origin: string; readonly challenge: string },
) {
  const hash = (text: string) => createHash('sha384').update(text).digest();
  const signed = Buffer.concat([hash(origin), hash(challenge)]);
  const key = KeyObject.from(card.keys.privateKey);
  return {
    format: 'web-eid:1.0',
    algorithm: 'ES384',
    unverifiedCertificate: derOf(card).toString('base64'),
    signature: sign('sha384', signed, { key, dsaEncoding: 'ieee-p1363' }).toString('base64'),
    appVersion: 'https://web-eid.eu/web-eid-app/releases/v2.7.0',
  };
}
