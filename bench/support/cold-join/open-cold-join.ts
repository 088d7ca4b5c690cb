import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { watchFirstFrame } from '../first-frame.ts';
import type { Line } from '../line.ts';
import type {} from './in-page.ts';

let served: Promise<string> | undefined;
let bundled: Promise<string> | undefined;

/** A blank page with the bare video library loaded, camera and microphone open. */
export async function openColdJoin(browser: Browser, take: Line['take']): Promise<Page> {
  bundled ??= bundle();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await take(context);
  const page = await context.newPage();
  await watchFirstFrame(page, 'video');
  served ??= serveBlankPage();
  await page.goto(await served);
  await page.addScriptTag({ content: await bundled });
  await page.evaluate(() => coldJoin.open());
  return page;
}

/** A page of the loopback address, as the product's are: others may not talk to a video server there. */
function serveBlankPage(): Promise<string> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>blank</title><body></body>'),
  );
  server.unref();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    });
  });
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
