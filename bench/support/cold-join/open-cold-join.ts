import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { watchFirstFrame } from '../first-frame.ts';
import type {} from './in-page.ts';

const address = 'http://cold.localhost/';
let bundled: Promise<string> | undefined;

/** A blank page with the bare video library loaded, camera and microphone open. */
export async function openColdJoin(browser: Browser): Promise<Page> {
  bundled ??= bundle();
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await watchFirstFrame(page, 'video');
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await page.goto(address);
  await page.addScriptTag({ content: await bundled });
  await page.evaluate(() => coldJoin.open());
  return page;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./in-page.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}
