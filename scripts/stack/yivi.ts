import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import { projectRoot } from '../project.ts';
import { cacheFolder, findGoBuild } from './go-build.ts';
import { withLock } from './lock.ts';
import { runToEnd } from './run.ts';
import { type Service, startService } from './service.ts';

/** Of irmago, which is the server and the wallet alike. */
const VERSION = '0.19.1';
const NEEDED =
  'A Yivi server is built with Go: install Go 1.26 or newer (https://go.dev/dl), or leave Yivi out.';

const walletFolder = path.join(projectRoot, 'sandbox', 'yivi', 'wallet');
const schemeFolder = path.join(projectRoot, 'sandbox', 'yivi', 'scheme');

/** The name of our own scheme, in which municipalities issue what they issue in `pbdf`. */
export const practiceScheme = 'practice';

type Say = (words: string) => void;

/** The server, built once for all projects of this user. @throws Sentence where it cannot be built */
export function findYiviServer(say: Say): Promise<string> {
  const module = `github.com/privacybydesign/irmago/irma@v${VERSION}`;
  const build = { kept: `yivi-${VERSION}`, binary: 'irma', name: 'Yivi', needed: NEEDED };
  return findGoBuild({ ...build, go: () => ['install', '-v', module] }, say);
}

/** The wallet without a screen, built again when its sources change. @throws Sentence where it cannot be built */
export function findYiviWallet(say: Say): Promise<string> {
  const build = {
    kept: `yivi-wallet-${VERSION}-${hashOf(walletFolder)}`,
    binary: 'wallet',
    go: (workFolder: string) => ['build', '-v', '-trimpath', '-o', path.join(workFolder, 'wallet'), '.'],
    cwd: walletFolder,
    name: 'the Yivi wallet',
    needed: NEEDED,
  };
  return findGoBuild(build, say);
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name);
    hash.update(`${name}\n`);
    if (path.extname(name) !== '') hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** A folder with our own scheme in it, with keys that are made once on this machine and are worth nothing elsewhere. */
async function findSchemes(irma: string): Promise<string> {
  const kept = path.join(cacheFolder(), `yivi-scheme-${VERSION}-${hashOf(schemeFolder)}`);
  await mkdir(path.dirname(kept), { recursive: true });
  await withLock(`${kept}.lock`, async () => {
    if (!existsSync(kept)) await makeSchemes(irma, kept);
  });
  return kept;
}

async function makeSchemes(irma: string, kept: string): Promise<void> {
  const work = `${kept}-making`;
  const scheme = path.join(work, practiceScheme);
  const key = path.join(work, 'sk.pem');
  await rm(work, { recursive: true, force: true });
  await cp(schemeFolder, scheme, { recursive: true });
  await runToEnd(irma, ['scheme', 'keygen', '-s', key, '-p', path.join(scheme, 'pk.pem')]);
  // Short, and so made within seconds.
  await runToEnd(irma, ['scheme', 'issuer', 'keygen', '-l', '1024', path.join(scheme, 'gemeente')]);
  await runToEnd(irma, ['scheme', 'sign', key, scheme]);
  await rm(key);
  await rename(work, kept);
}

/** Who may begin sessions there: by name, with the key that they sign with. */
export type Requestor = { readonly name: string; readonly key: JWK; readonly mayIssue?: boolean };

export type YiviServer = {
  readonly service: Service;
  readonly address: string;
  /** With which it signs results, as PEM. */
  readonly publicKey: string;
  /** The folder of schemes, for a wallet. */
  readonly schemes: string;
};

type ServerOptions = {
  readonly port: number;
  /** Its settings and log are written here. */
  readonly folder: string;
  readonly requestors: readonly Requestor[];
  readonly say?: Say;
  readonly onExit: (what: string) => void;
};

/** Starts a real Yivi server on the loopback address alone, with our own scheme and nothing from outside. */
export async function startYiviServer(options: ServerOptions): Promise<YiviServer> {
  const { port, folder, requestors, say = () => {}, onExit } = options;
  const irma = await findYiviServer(say);
  const schemes = await findSchemes(irma);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const address = `http://127.0.0.1:${port}`;
  await mkdir(folder, { recursive: true });
  // It writes into the folder of its schemes.
  const own = path.join(folder, 'yivi-schemes');
  await cp(schemes, own, { recursive: true });
  const settings = {
    schemes_path: own,
    schemes_update: 0,
    listen_addr: '127.0.0.1',
    port,
    url: address,
    no_auth: false,
    no_tls: true,
    requestors: Object.fromEntries(requestors.map(describeRequestor)),
    jwt_privkey: privateKey,
  };
  const settingsFile = path.join(folder, 'yivi.json');
  await writeFile(settingsFile, JSON.stringify(settings), { mode: 0o600 });
  const service = await startService(
    {
      name: 'The Yivi server',
      command: irma,
      args: ['server', '--config', settingsFile],
      ready: async () => (await fetch(`${address}/health`)).ok,
      readyWithinSeconds: 60,
      logFile: path.join(folder, 'logs', 'yivi.log'),
    },
    onExit,
  );
  return { service, address, publicKey, schemes };
}

function describeRequestor({ name, key, mayIssue = false }: Requestor): [string, object] {
  const pem = createPublicKey({ key: { kty: key.kty, n: key.n, e: key.e }, format: 'jwk' } as never);
  const everything = [`${practiceScheme}.*`];
  return [
    name,
    {
      auth_method: 'publickey',
      key: pem.export({ type: 'spki', format: 'pem' }),
      disclose_perms: everything,
      ...(mayIssue && { issue_perms: everything }),
    },
  ];
}
