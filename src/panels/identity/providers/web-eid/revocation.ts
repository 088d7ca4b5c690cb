import { randomBytes, verify, X509Certificate } from 'node:crypto';
import { OctetString } from 'asn1js';
import { BasicOCSPResponse, Certificate, Extension, OCSPRequest, OCSPResponse } from 'pkijs';
import { isIssuedBy, isValid, type TrustedCertificate } from './certificate.ts';
import { fromDer } from './der.ts';
import { insist } from './refusal.ts';
import type { WebEidSettings } from './settings.ts';

/** What one answer of a responder may take. Somebody waits for it. */
const answerMilliseconds = 8_000;
const longestAnswer = 64 * 1024;

/** An answer is made when it is asked for, or not long before; clocks differ. */
const oldestMilliseconds = 2 * 60_000;
const toleranceMilliseconds = 15 * 60_000;

const nonceExtension = '1.3.6.1.5.5.7.48.1.2';
/** Extended key usage of who may answer for an authority (RFC 6960, section 4.2.2.2). */
const ocspSigning = '1.3.6.1.5.5.7.3.9';
const good = 0;

const hashes: Record<string, string> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** No answer, in time or of that kind: nobody is let in, and it may work later. */
export class ResponderAway extends Error {}

/**
 * Asks the authority's responder (RFC 6960) whether the card was revoked, with a nonce, so that no earlier answer can be played again.
 * @param at epoch milliseconds
 * @throws Refusal unless it is known to be good now; ResponderAway
 */
export async function checkNotRevoked(
  { card, issuer }: TrustedCertificate,
  { respondersWithoutNonce }: Pick<WebEidSettings, 'respondersWithoutNonce'>,
  at: number,
): Promise<void> {
  const responder = /^OCSP - URI:(https?:\S+)$/m.exec(card.infoAccess ?? '')?.[1];
  insist(responder !== undefined, 'no responder');
  const theCard = fromDer((der) => Certificate.fromBER(der), card.raw);
  const theIssuer = fromDer((der) => Certificate.fromBER(der), issuer.raw);
  const request = new OCSPRequest();
  // The hash by which responders know their own authority (RFC 5019, section 2.1.1); nothing is proven by it.
  await request.createForCertificate(theCard, { hashAlgorithm: 'SHA-1', issuerCertificate: theIssuer });
  const nonce = new OctetString({ valueHex: Uint8Array.from(randomBytes(32)).buffer }).toBER();
  request.tbsRequest.requestExtensions = [new Extension({ extnID: nonceExtension, extnValue: nonce })];
  const answer = await ask(responder, new Uint8Array(request.toSchema(true).toBER()));

  const basic = readAnswer(answer);
  const { tbsResponseData } = basic;
  checkSigner(basic, issuer, at);
  const told = tbsResponseData.responseExtensions?.find(({ extnID }) => extnID === nonceExtension);
  const isOurs = told !== undefined && Buffer.from(nonce).equals(told.extnValue.valueBlock.valueHexView);
  insist(isOurs || (told === undefined && respondersWithoutNonce.includes(responder)), 'revocation nonce');
  const [single, ...others] = tbsResponseData.responses;
  insist(single !== undefined && others.length === 0, 'revocation form');
  const { isForCertificate, status } = await basic.getCertificateStatus(theCard, theIssuer);
  insist(isForCertificate, 'revocation of another');
  insist(status === good, 'revoked');
  const { thisUpdate, nextUpdate } = single;
  const isFresh =
    thisUpdate.getTime() >= at - oldestMilliseconds - toleranceMilliseconds &&
    thisUpdate.getTime() <= at + toleranceMilliseconds;
  insist(isFresh, 'revocation stale');
  insist(nextUpdate === undefined || nextUpdate.getTime() >= at - toleranceMilliseconds, 'revocation stale');
}

async function ask(responder: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  try {
    const answer = await fetch(responder, {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request' },
      body,
      signal: AbortSignal.timeout(answerMilliseconds),
      redirect: 'error',
    });
    if (!answer.ok) throw new Error(`answer ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > longestAnswer) throw new Error('too long');
    return bytes;
  } catch {
    throw new ResponderAway();
  }
}

function readAnswer(bytes: Uint8Array): BasicOCSPResponse {
  const { responseStatus, responseBytes } = fromDer((der) => OCSPResponse.fromBER(der), bytes);
  if (responseStatus.valueBlock.valueDec !== 0 || responseBytes === undefined) throw new ResponderAway();
  return fromDer((der) => BasicOCSPResponse.fromBER(der), responseBytes.response.valueBlock.valueHexView);
}

/** Signed by the authority itself, or by somebody whom that authority made a responder: by nobody else whom it gave a certificate. */
function checkSigner(basic: BasicOCSPResponse, issuer: X509Certificate, at: number): void {
  const { tbsResponseData, signatureAlgorithm, signature, certs = [] } = basic;
  const delegated = certs
    .map((certificate) => new X509Certificate(Buffer.from(certificate.toSchema().toBER())))
    .filter((each) => isIssuedBy(each, issuer) && isValid(each, at) && each.keyUsage?.includes(ocspSigning));
  const hash = hashes[signatureAlgorithm.algorithmId];
  insist(hash !== undefined, 'revocation algorithm');
  const signed = new Uint8Array(tbsResponseData.tbsView);
  const signedWith = signature.valueBlock.valueHexView;
  const isSigned = [issuer, ...delegated].some(({ publicKey }) =>
    verify(hash, signed, publicKey, signedWith),
  );
  insist(isSigned, 'revocation signature');
}
