import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Private keys towards identity providers, per organisation: the value of IDENTITY_KEYS. */
export type IdentityKeys = Record<string, JWK[]>;

/** One new key to sign with and one that others encrypt for. Names are random: no two keys ever share one. */
export async function makeIdentityKeys(): Promise<JWK[]> {
  return Promise.all([makeKey('sig', 'RS256'), makeKey('enc', 'RSA-OAEP-256')]);
}

async function makeKey(use: 'sig' | 'enc', algorithm: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: 3072 });
  return { ...(await exportJWK(privateKey)), use, kid: `${use}-${randomBytes(6).toString('hex')}` };
}

/** Keys of a stack on this machine, made once and kept in its folder. */
export async function readIdentityKeys(folder: string, slugs: readonly string[]): Promise<IdentityKeys> {
  const file = path.join(folder, 'identity-keys.json');
  const known = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as IdentityKeys) : {};
  const missing = slugs.filter((slug) => known[slug] === undefined);
  if (missing.length === 0) return known;
  for (const slug of missing) known[slug] = await makeIdentityKeys();
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(known), { mode: 0o600 });
  return known;
}
