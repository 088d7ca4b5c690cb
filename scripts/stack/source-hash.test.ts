import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { hashSources } from './source-hash.ts';

let root: string;
let before: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'balie-hash-'));
  await mkdir(path.join(root, 'src', 'app'), { recursive: true });
  await write('src/app/page.tsx', 'one');
  before = await hashSources(root);
});

const write = (file: string, content: string) => writeFile(path.join(root, file), content);

test('the same sources have the same hash', async () => {
  expect(await hashSources(root)).toBe(before);
});

test.each([
  ['a change', 'src/app/page.tsx', 'two'],
  ['a new file', 'src/app/other.tsx', 'one'],
  ['another set of packages', 'package-lock.json', '{}'],
])('%s changes the hash', async (_, file, content) => {
  await write(file, content);
  expect(await hashSources(root)).not.toBe(before);
});

test('what is not built does not count', async () => {
  await write('src/app/page.test.tsx', 'test');
  await write('README.md', 'words');
  expect(await hashSources(root)).toBe(before);
});
