import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Constructed, GeneralizedTime, OctetString, Primitive } from 'asn1js';
import {
  BasicOCSPResponse,
  Extension,
  OCSPRequest,
  OCSPResponse,
  ResponseBytes,
  SingleResponse,
} from 'pkijs';
import type { Holder } from './certificates.ts';

const minute = 60_000;
const basicResponse = '1.3.6.1.5.5.7.48.1.1';
const nonceExtension = '1.3.6.1.5.5.7.48.1.2';

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

/** Who may sign an answer, rightly or not. */
export type Signers = Readonly<Record<NonNullable<ResponderManner['signer']>, Holder>>;

/** A responder (RFC 6960) that really listens on this machine. */
export async function startResponder() {
  let manner: ResponderManner = {};
  let signers: Signers | null = null;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (manner.isAway || signers === null) return void response.writeHead(503).end();
    const answer = await answerOcsp(Buffer.concat(chunks), manner, signers);
    response.writeHead(200, { 'content-type': 'application/ocsp-response' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** Cards name its address: so there is one before there is who signs. */
    signWith: (holders: Signers) => {
      signers = holders;
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

async function answerOcsp(body: Buffer, manner: ResponderManner, signers: Signers): Promise<Buffer> {
  const { signer = 'responder', nonce = 'same', hash = 'SHA-384', isTwice = false } = manner;
  const { tbsRequest } = OCSPRequest.fromBER(Uint8Array.from(body).buffer);
  const single = tellStatus(tbsRequest.requestList[0]?.reqCert, manner, signers.anotherCard);
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
  basic.certs = [signers.responder.certificate, certificate];
  await basic.sign(keys.privateKey, hash);
  const whole = new OCSPResponse();
  whole.responseStatus.valueBlock.valueDec = 0;
  whole.responseBytes = new ResponseBytes({
    responseType: basicResponse,
    response: new OctetString({ valueHex: basic.toSchema().toBER() }),
  });
  return Buffer.from(whole.toSchema().toBER());
}

function tellStatus(
  asked: SingleResponse['certID'] | undefined,
  { status = 'good', about = 'it', ageMinutes = 0, nextInMinutes }: ResponderManner,
  another: Holder,
): SingleResponse {
  if (asked === undefined) throw new Error('nothing is asked');
  const single = new SingleResponse();
  single.certID = asked;
  if (about === 'another') single.certID.serialNumber = another.certificate.serialNumber;
  single.certStatus = statuses[status]();
  single.thisUpdate = new Date(Date.now() - ageMinutes * minute);
  if (nextInMinutes !== undefined) single.nextUpdate = new Date(Date.now() + nextInMinutes * minute);
  return single;
}
