import { createHash, KeyObject, sign } from 'node:crypto';
import { derOf, type Holder, issue, pemOf, type Wanted } from './certificates.ts';
import { startResponder } from './ocsp-responder.ts';

const minute = 60_000;
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const emailProtection = '1.3.6.1.5.5.7.3.4';
const ocspSigning = '1.3.6.1.5.5.7.3.9';

/** Authorities, a responder that really listens, and cards: as simulated ones, with keys that are known here. */
export async function startCardWorld() {
  const responder = await startResponder();
  const { root, authority, formerAuthority, stranger } = await makeAuthorities();
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
      responder: responder.address,
      ...changes,
    });
  const asResponder = { subject: { C: 'BE', CN: 'Practice OCSP' }, usages: [ocspSigning] };
  responder.signWith({
    authority,
    responder: await issue({ ...asResponder, issuer: authority }),
    stranger: await issue({ ...asResponder, issuer: stranger }),
    anotherCard: await cardOf(),
  });
  return {
    address: responder.address,
    respond: responder.respond,
    close: responder.close,
    root: pemOf(root),
    authority: pemOf(authority),
    formerAuthority: pemOf(formerAuthority),
    cards: {
      sofie: await cardOf(),
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
  };
}

async function makeAuthorities() {
  const named = (CN: string) => ({ subject: { C: 'BE', CN }, isAuthority: true });
  const root = await issue(named('Practice Root'));
  const validTo = Date.now() - minute;
  return {
    root,
    authority: await issue({ ...named('Practice Citizen CA'), issuer: root }),
    formerAuthority: await issue({ ...named('Practice Former CA'), issuer: root, validTo }),
    // Of the same name, and nobody's.
    stranger: await issue(named('Practice Citizen CA')),
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
