import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../project.ts';
import { runToEnd } from '../stack/run.ts';
import { findPython } from './python-library.ts';

const libraries = ['dkimpy==1.1.8', 'dnspython==2.8.0'];

/** A mail as Python's own email package reads it. */
export type ReadMail = {
  readonly from: readonly (readonly [name: string, address: string])[];
  readonly to: readonly (readonly [name: string, address: string])[];
  readonly subject: string;
  readonly messageId: string;
  /** ISO 8601 with offset. */
  readonly date: string;
  readonly text: string;
  readonly html: string;
  /** In the order of their names; the hash is SHA-256 in hexadecimal digits. */
  readonly files: readonly (readonly [name: string, type: string, hash: string])[];
  /** What the package finds wrong in the mail. */
  readonly defects: readonly string[];
  /** Whether its DKIM signature holds, by dkimpy. */
  readonly signed: boolean;
};

/** @param keys TXT records of the DNS by their names, such as `s1._domainkey.stad.example` */
export async function readWithPython(
  mails: readonly Uint8Array[],
  keys: Readonly<Record<string, string>>,
): Promise<readonly ReadMail[]> {
  const python = await findPython(libraries);
  const folder = await mkdtemp(path.join(tmpdir(), 'mails-'));
  const file = path.join(folder, 'mails.json');
  try {
    const encoded = mails.map((mail) => Buffer.from(mail).toString('base64'));
    await writeFile(file, JSON.stringify({ mails: encoded, keys }));
    return JSON.parse(
      await runToEnd(python, [path.join(projectRoot, 'scripts', 'testing', 'read-mails.py'), file]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
