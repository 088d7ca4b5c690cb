import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { importJWK, type JWK, SignJWT } from 'jose';
import { makeIdentityKeys } from '../stack/identity-keys.ts';
import { findFreePort } from '../stack/ports.ts';
import { findYiviWallet, practiceScheme, startYiviServer } from '../stack/yivi.ts';

/** What a wallet tells. */
export type WalletEvent = {
  readonly event: 'ready' | 'pairing' | 'asked' | 'success' | 'cancelled' | 'failure';
  readonly code?: string;
  readonly attributes?: readonly string[];
  readonly detail?: string;
};

export type Wallet = {
  /** What the QR code says, as text. `refuse`: the person says no. */
  readonly scan: (code: string, options?: { readonly refuse?: boolean }) => void;
  /** The next event of that name; others before it are passed over. */
  readonly next: (event: WalletEvent['event']) => Promise<WalletEvent>;
};

/** Sofie Van Daele as her municipality knows her, unless somebody says otherwise. */
export const sofie: Readonly<Record<string, string>> = {
  initials: 'S.',
  firstnames: 'Sofie',
  prefix: 'van',
  familyname: 'Daele',
  dateofbirth: '12-04-1987',
  gender: 'V',
  bsn: '999990019',
  digidlevel: '25',
};

const issuer = 'municipality';

/** A real Yivi server on this machine, wallets for it, and a municipality that issues into them. */
export async function startYiviWorld(requestors: readonly { name: string; key: JWK }[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'yivi-'));
  const [issuerKey] = await makeIdentityKeys();
  if (issuerKey === undefined) throw new Error('no key');
  const walletBinary = await findYiviWallet(() => {});
  const server = await startYiviServer({
    port: await findFreePort(),
    folder,
    requestors: [...requestors, { name: issuer, key: issuerKey, mayIssue: true }],
    onExit: (what) => console.error(what),
  });
  const closing: (() => void)[] = [];

  /** A wallet into which the municipality put somebody's data. */
  async function openWallet(person: Readonly<Record<string, string>> = sofie): Promise<Wallet> {
    const storage = path.join(folder, `wallet-${closing.length}`);
    await mkdir(storage);
    const { wallet, close } = runWallet(walletBinary, storage, server.schemes);
    closing.push(close);
    await wallet.next('ready');
    const sessionPtr = await offerCredential(server.address, issuerKey as JWK, person);
    wallet.scan(JSON.stringify(sessionPtr));
    await wallet.next('success');
    return wallet;
  }

  return {
    address: server.address,
    publicKey: server.publicKey,
    openWallet,
    close: async () => {
      for (const close of closing) close();
      await server.service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @returns what a wallet scans to take it */
async function offerCredential(
  address: string,
  key: JWK,
  attributes: Readonly<Record<string, string>>,
): Promise<object> {
  const credentials = [{ credential: `${practiceScheme}.gemeente.personalData`, attributes }];
  const request = { '@context': 'https://irma.app/ld/request/issuance/v2', credentials };
  const jwt = await new SignJWT({ iprequest: { request } })
    .setProtectedHeader({ alg: 'RS256' })
    .setSubject('issue_request')
    .setIssuer(issuer)
    .setIssuedAt()
    .sign(await importJWK(key, 'RS256'));
  const answer = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: jwt,
  });
  if (!answer.ok) throw new Error(`issuing: ${await answer.text()}`);
  return ((await answer.json()) as { readonly sessionPtr: object }).sessionPtr;
}

export type YiviWorld = Awaited<ReturnType<typeof startYiviWorld>>;

function runWallet(
  binary: string,
  storage: string,
  schemes: string,
): { readonly wallet: Wallet; readonly close: () => void } {
  const child = spawn(binary, [storage, schemes], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const happened: WalletEvent[] = [];
  let wake = Promise.withResolvers<void>();
  const tell = () => {
    wake.resolve();
    wake = Promise.withResolvers<void>();
  };
  let hasEnded = false;
  child.on('close', () => {
    hasEnded = true;
    tell();
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{"event"')) happened.push(JSON.parse(line) as WalletEvent);
    tell();
  });
  const next: Wallet['next'] = async (event) => {
    for (;;) {
      const first = happened.shift();
      if (first?.event === event) return first;
      if (first?.event === 'failure') throw new Error(`the wallet failed: ${first.detail}\n${complaints}`);
      if (first !== undefined) continue;
      if (hasEnded) throw new Error(`the wallet ended: ${complaints}`);
      await wake.promise;
    }
  };
  const scan: Wallet['scan'] = (code, { refuse = false } = {}) => {
    child.stdin.write(`${JSON.stringify({ session: JSON.parse(code), refuse })}\n`);
  };
  // A wallet ends when nobody can tell it anything any more.
  return { wallet: { scan, next }, close: () => child.stdin.end() };
}
