import { getTranslations } from 'next-intl/server';
import { currentLanguage } from '../../../../current-request.ts';

const waitSeconds = 60;

/** 429 Too Many Requests (RFC 6585, section 4), as a small page with a way back. Only texts of our own stand in it. */
export async function answerTooMany(request: Request, token: string): Promise<Response> {
  const [language, t] = await Promise.all([currentLanguage(), getTranslations('link.tooMany')]);
  const nonce = request.headers.get('x-nonce') ?? '';
  const back = `/l/${encodeURIComponent(token)}`;
  const html = `<!doctype html>
<html lang="${language}">
<meta name="viewport" content="width=device-width">
<title>${t('title')}</title>
<style nonce="${nonce}">body{font:1.125rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1.25rem}</style>
<main><h1>${t('title')}</h1><p>${t('text')}</p><p><a href="${back}">${t('back')}</a></p></main>
</html>`;
  return new Response(html, {
    status: 429,
    headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': String(waitSeconds) },
  });
}
