import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { type Html, html } from './html.ts';
import type { Route } from './http.ts';

/** One page of a peer, in Dutch unless it says otherwise. `live` loads the script that refreshes its `data-live` regions. */
export interface Page {
  title: string;
  body: Html;
  language?: string;
  live?: boolean;
  /** Origins a form may lead to besides the peer itself: browsers apply form-action to redirects too. */
  formTargets?: readonly string[];
}

/** The whole document of a page. */
export function renderPage(page: Page): string {
  return html`<!doctype html>
<html lang="${page.language ?? 'nl'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
${page.live && html`<script src="/live.js" defer></script>`}
</head>
<body>
${page.body}
</body>
</html>
`.markup;
}

/** The headers every page carries. */
export function pageHeaders(page: Pick<Page, 'formTargets'>): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(page.formTargets ?? []),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Not no-referrer: browsers then send `Origin: null` with the peer's own forms.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  };
}

function contentSecurityPolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, pageHeaders(page));
  response.end(renderPage(page));
}

/** A page with one message and one way on. */
export function messagePage(title: string, text: string, way?: { href: string; label: string }): Page {
  return {
    title,
    body: html`<main class="sheet">
<h1>${title}</h1>
<p class="lead">${text}</p>
${way && html`<p><a class="button" href="${way.href}">${way.label}</a></p>`}
</main>`,
  };
}

const fontFile = import.meta.resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
);
const digitsFile = new URL('../src/shared/ui/fonts/balie-digits.woff2', import.meta.url);
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#0E5266" fill-rule="evenodd" d="M4 36V19h4v-5h4V9h4V4h8v5h4v5h4v5h4v17H23V27a3 3 0 0 0-6 0v9zM17 13h6v6h-6z"/></svg>`;

/** The routes of style sheet, fonts, script and pictures. `styles` follow the shared style sheet. */
export async function assetRoutes(...styles: URL[]): Promise<Route[]> {
  const sheets = [new URL('./style.css', import.meta.url), ...styles];
  const [style, font, digits, script, facade] = await Promise.all([
    Promise.all(sheets.map((sheet) => readFile(sheet, 'utf8'))),
    readFile(new URL(fontFile)),
    readFile(digitsFile),
    readFile(new URL('./live.js', import.meta.url), 'utf8'),
    readFile(new URL('./facade.svg', import.meta.url)),
  ]);
  return [
    asset('/style.css', 'text/css; charset=utf-8', style.join('\n')),
    asset('/font.woff2', 'font/woff2', font),
    asset('/digits.woff2', 'font/woff2', digits),
    asset('/live.js', 'text/javascript; charset=utf-8', script),
    asset('/icon.svg', 'image/svg+xml', mark),
    asset('/facade.svg', 'image/svg+xml', facade),
  ];
}

function asset(path: string, contentType: string, content: string | Buffer): Route {
  return {
    method: 'GET',
    path,
    handle: ({ response }) => {
      response.writeHead(200, {
        'content-type': contentType,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      });
      response.end(content);
    },
  };
}
