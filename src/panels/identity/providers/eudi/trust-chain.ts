import { X509Certificate } from 'node:crypto';
import { isIssuedBy, isValid } from '../web-eid/certificate.ts';
import { insist } from '../web-eid/refusal.ts';

/** A chain is who signs, and at most so many authorities between them and whom we trust. */
const longestChain = 4;

/**
 * Who signed, by the header x5c (RFC 7515, section 4.1.6): each certificate issued by the next, the last by one of the anchors, all valid now.
 * The anchor itself does not travel along (HAIP 1.0).
 * @param at epoch milliseconds
 * @throws Refusal
 */
export function trustChain(x5c: unknown, anchors: readonly X509Certificate[], at: number): X509Certificate {
  const isChain =
    Array.isArray(x5c) &&
    x5c.length > 0 &&
    x5c.length <= longestChain &&
    x5c.every((each) => typeof each === 'string');
  insist(isChain, 'chain');
  const [signer, ...between] = (x5c as readonly string[]).map(readCertificate);
  insist(signer !== undefined && !signer.ca, 'signer');
  insist(
    between.every(({ ca }) => ca),
    'chain',
  );
  const chain = [signer, ...between];
  insist(
    chain.every((each) => isValid(each, at)),
    'issuer validity',
  );
  const isLinked = between.every((above, index) => isIssuedBy(chain[index] as X509Certificate, above));
  insist(isLinked, 'untrusted');
  const last = chain.at(-1) as X509Certificate;
  const anchor = anchors.find((each) => isIssuedBy(last, each));
  insist(anchor !== undefined, 'untrusted');
  insist(isValid(anchor, at), 'issuer validity');
  return signer;
}

function readCertificate(base64: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    insist(false, 'chain');
  }
}
