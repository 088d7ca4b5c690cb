import { rename, writeFile } from 'node:fs/promises';

/** Writes beside the final name, to the disk, and renames: a file under its own name is always whole. */
export async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  await writeFile(`${path}.part`, content, { flush: true });
  await rename(`${path}.part`, path);
}
