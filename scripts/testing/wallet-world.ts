import { persons } from '../../sandbox/citizens/persons.ts';
import { certify, keyPemOf, pemOf } from '../../sandbox/wallet/certificates.ts';
import { createIssuer } from '../../sandbox/wallet/issuer.ts';
import { startWallet } from '../../sandbox/wallet/server.ts';

/** The practice wallet, really listening, with our own access certificate and the settings that go with them. */
export async function startWalletWorld() {
  const accessRoot = await certify({ name: 'Practice Access CA', isAuthority: true });
  const access = await certify({ name: 'Stad Leiebeke', issuer: accessRoot });
  const accessAnchor = pemOf(accessRoot);
  const peer = await startWallet({ port: 0, accessAnchor });
  const settings = {
    forTrial: true,
    trustAnchors: [peer.issuer.anchor],
    certificates: [pemOf(access)],
    key: await keyPemOf(access),
    walletAddress: `http://127.0.0.1:${peer.port}/open`,
  };
  return {
    issuer: peer.issuer,
    /** Of the same names, and nobody's. */
    stranger: await createIssuer(`http://127.0.0.1:${peer.port}`),
    accessAnchor,
    settings,
    close: () => peer.close(),
  };
}

export type WalletWorld = Awaited<ReturnType<typeof startWalletWorld>>;

export const person = (subject: string) => {
  const found = persons.find((each) => each.subject === subject);
  if (found === undefined) throw new Error(`nobody is called ${subject}`);
  return found;
};
