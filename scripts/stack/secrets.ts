import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Gives the secret of a name, always the same one: 64 hexadecimal digits. */
export type DeriveSecret = (name: string) => string;

/** All secrets of a stack follow from one, which is made once and kept in its folder. */
export async function readSecrets(folder: string): Promise<DeriveSecret> {
  const file = path.join(folder, 'secret');
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  const root = await readFile(file, 'utf8');
  return (name) => createHmac('sha256', root).update(name).digest('hex');
}
