import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { organisations } from '../../prisma/seed/organisations.ts';
import { listenLocally } from '../../sandbox/http.ts';
import { allWordings } from './email-samples.ts';
import { createPreviewServer } from './preview-server.ts';

const server = createPreviewServer();
let port: number;
beforeAll(async () => {
  port = await listenLocally(server, 0);
});
afterAll(() => {
  server.close();
});

type Answer = { readonly status: number | undefined; readonly body: string };

function read(path: string, host = `127.0.0.1:${port}`): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    }).on('error', reject);
  });
}

const messages = allWordings.flatMap((wording) =>
  languages.flatMap((language) => organisations.map(({ slug }) => ({ wording, language, slug }))),
);

describe('the previews of mails', () => {
  test.each(messages)(
    'show $wording in $language of $slug, whole and by itself',
    async ({ wording, language, slug }) => {
      const query = new URLSearchParams({ organisation: slug, wording, language });
      const { status, body } = await read(`/?${query}`);
      expect(status).toBe(200);
      expect(body).toMatch(/Text message: GSM-7, \d+ characters, [12] parts?/);
      expect(body).not.toMatch(/undefined|\[object|[{}]\w+[{}]/);
      for (const look of ['light', 'dark']) {
        const mail = await read(`/mail?${query}&look=${look}`);
        expect(mail.body).toContain(`lang="${language}"`);
        expect(mail.body).toContain(look === 'dark' ? '@media all' : '@media not all');
        const sources = [...mail.body.matchAll(/\ssrc="([^"]{0,22})/g)].map(([, source]) => source);
        expect(sources).toEqual(['data:image/png;base64,', 'data:image/png;base64,']);
      }
    },
  );

  test('begin somewhere when the address says nothing, or nonsense', async () => {
    expect((await read('/')).body).toContain('confirmation, nl');
    expect((await read('/?wording=toString&language=xx&organisation=../..')).body).toContain(
      'confirmation, nl',
    );
  });

  test('are for this machine alone', async () => {
    expect((await read('/', 'evil.example')).status).toBe(421);
    expect(server.address()).toMatchObject({ address: '127.0.0.1' });
  });
});
