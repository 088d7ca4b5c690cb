import { createServer, type Server, type ServerResponse } from 'node:http';
import { wordings } from '#features/messages/own-texts.ts';
import { previewMail } from '#features/messages/preview-mail.ts';
import { measureSms } from '#features/messages/sms-text.ts';
import { writeSms } from '#features/messages/write-sms.ts';
import { languages } from '#journey/language.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { organisations } from '../../prisma/seed/organisations.ts';
import { Html, html } from '../../sandbox/html.ts';
import { routeRequests, sendText } from '../../sandbox/http.ts';
import { addressOf, allWordings, channels, parseSample, type Sample, tellSample } from './email-samples.ts';

/** Serves a page to look through every message, and each mail by itself. Listens to nobody yet. */
export function createPreviewServer(): Server {
  return createServer(
    routeRequests(
      [
        {
          method: 'GET',
          path: '/',
          handle: async ({ response, url }) =>
            sendPage(response, await writePage(parseSample(url.searchParams))),
        },
        {
          method: 'GET',
          path: '/mail',
          handle: async ({ response, url }) => {
            const scheme = url.searchParams.get('look') === 'dark' ? 'dark' : 'light';
            sendPage(response, (await previewOf(parseSample(url.searchParams), scheme)).html);
          },
        },
      ],
      { otherwise: ({ response }) => sendText(response, 404, 'There is no such page.') },
    ),
  );
}

/** Nothing runs, and nothing is fetched from anywhere. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'";

function sendPage(response: ServerResponse, page: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  });
  response.end(page);
}

function previewOf(sample: Sample, scheme: 'light' | 'dark') {
  const { kind } = wordings[sample.wording];
  return previewMail(kind, tellSample(sample), epochMilliseconds(Date.now()), scheme);
}

async function writePage(sample: Sample): Promise<string> {
  const { subject, text } = await previewOf(sample, 'light');
  const { kind } = wordings[sample.wording];
  const sms = writeSms(kind, tellSample(sample), epochMilliseconds(Date.now()));
  const { encoding, signs, parts } = measureSms(sms);
  const frame = (look: 'light' | 'dark') => html`<section>
      <h2><a href="/mail?${addressOf(sample)}&look=${look}">HTML, ${look}</a></h2>
      <iframe title="HTML, ${look}" src="/mail?${addressOf(sample)}&look=${look}"></iframe>
    </section>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${sample.wording}, ${sample.language}: mails and text messages</title>
        <style>${new Html(styles)}</style>
      </head>
      <body>
        <h1>Mails and text messages</h1>
        <nav aria-label="Messages">${menus(sample)}</nav>
        <main>
          <p>Subject: <b>${subject}</b></p>
          <div class="pair">${frame('light')}${frame('dark')}</div>
          <section><h2>Text part</h2><pre tabindex="0" lang="${sample.language}">${text}</pre></section>
          <section>
            <h2>Text message: ${encoding}, ${signs} characters, ${parts} ${parts === 1 ? 'part' : 'parts'}</h2>
            <pre tabindex="0" lang="${sample.language}">${sms}</pre>
          </section>
        </main>
      </body>
    </html>`.markup;
}

function menus(sample: Sample): readonly Html[] {
  const menu = (
    label: string,
    entries: readonly (readonly [text: string, to: Sample, isCurrent: boolean])[],
  ) =>
    html`<p>${label}: ${entries.map(
      ([text, to, isCurrent]) =>
        html`<a href="/?${addressOf(to)}" ${isCurrent ? html`aria-current="true"` : ''}>${text}</a> `,
    )}</p>`;
  return [
    menu(
      'Municipality',
      organisations.map((organisation) => [
        organisation.name,
        { ...sample, organisation },
        organisation === sample.organisation,
      ]),
    ),
    menu(
      'Message',
      allWordings.map((wording) => [wording, { ...sample, wording }, wording === sample.wording]),
    ),
    menu(
      'Language',
      languages.map((language) => [language, { ...sample, language }, language === sample.language]),
    ),
    menu(
      'Channel',
      channels.map((channel) => [channel, { ...sample, channel }, channel === sample.channel]),
    ),
  ];
}

const styles = `
body { margin: 0; padding: 1rem; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; color: #182226; background: #f3f2ed }
h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1rem; margin: 1rem 0 .25rem }
nav p { margin: .25rem 0 } a { color: #0e5266; display: inline-block; padding: .125rem .25rem }
a[aria-current] { background: #0e5266; color: #fff; border-radius: 3px }
.pair { display: flex; flex-wrap: wrap; gap: 1rem } .pair section { flex: 1 1 20rem; min-width: 0 }
iframe { width: 100%; height: 70rem; border: 1px solid #76766e; background: #fff }
pre { margin: 0; padding: 1rem; max-width: 45rem; overflow-wrap: anywhere; white-space: pre-wrap; background: #fff; border: 1px solid #dbd8ce }
`;
