import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '#journey/language.ts';
import { chooseLanguage } from '#shared/i18n/choose-language.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';

const offer = { languages: ['nl', 'fr', 'en', 'de'], defaultLanguage: 'nl' } as const;

/** The design system's own ink, ground and measure: its style sheets belong to an organisation, and here is none. */
const style = `
:root { color: #182226; background: #f3f2ed; font: 1.125rem/1.5 "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif; }
body { margin: 0; border-top: 0.5rem solid #0e5266; }
main { box-sizing: border-box; max-width: 44rem; margin: 0 auto; padding: clamp(2rem, 8vw, 5rem) 1.25rem; overflow-wrap: break-word; }
h1 { margin: 0; font-size: clamp(1.75rem, 6vw, 2.5rem); line-height: 1.15; }
h2 { margin: 2rem 0 0; font-size: 1.25rem; }
p { margin: 0.75rem 0 0; }
ul { margin: 0.75rem 0 0; padding-left: 1.25rem; }
li { margin-top: 0.5rem; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * 421 Misdirected Request (RFC 9110, section 15.5.20), in the visitor's language and with ways on in words; says nothing about
 * who is served here.
 */
export function refuseUnknownHost(request: IncomingMessage, response: ServerResponse): void {
  const language = chooseLanguage(offer, undefined, request.headers['accept-language'] ?? null);
  response.writeHead(421, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  });
  response.end(writePage(language));
}

function writePage(language: Language): string {
  const { title, text, ways, link, website, phone } = loadMessages(language, 'u').errors.unknownHost;
  const items = [link, website, phone].map((way) => `<li>${way}</li>`).join('');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>`,
    `<body><main><h1>${title}</h1><p>${text}</p><h2>${ways}</h2><ul>${items}</ul></main></body></html>`,
  ].join('');
}
