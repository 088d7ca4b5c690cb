import type { Language } from '#journey/language.ts';
import { escapeHtml } from '#shared/escape-html.ts';

type Leaving = {
  readonly url: string;
  readonly language: Language;
  /** Where to, as the link says it where a browser does not go by itself. */
  readonly words: string;
};

/**
 * A page that leads to another site by itself. Not a redirect: after a form browsers follow one only to addresses that the policy of the page
 * names, and providers lead on from one of their hosts to the next.
 */
export function leavePage({ url, language, words }: Leaving): Response {
  const [address, text] = [url, words].map(escapeHtml);
  const page = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${text}</title>`,
    `<meta http-equiv="refresh" content="0; url=${address}"></head>`,
    `<body><main><p><a href="${address}">${text}</a></p></main></body></html>`,
  ].join('');
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
