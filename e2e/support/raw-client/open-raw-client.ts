import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type {} from './in-page.ts';

let bundled: Promise<string> | undefined;

/** Opens a page of nobody with the bare video library in it, to do with tokens whatever can be done. */
export async function openRawClient(browser: Browser): Promise<Page> {
  bundled ??= bundle();
  const page = await (await browser.newContext()).newPage();
  await page.addScriptTag({ content: await bundled });
  return page;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./in-page.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}
