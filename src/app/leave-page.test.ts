import { expect, test } from 'vitest';
import { leavePage } from './leave-page.ts';

test('the page leads on by itself and by a link, and what stands in the address stays an address', async () => {
  const response = leavePage({
    url: 'https://idp.example/auth?state=a&nonce=b"><script>',
    language: 'fr',
    words: 'Continuer vers <itsme>',
  });
  const text = await response.text();
  const address = 'https://idp.example/auth?state=a&amp;nonce=b&quot;&gt;&lt;script&gt;';
  expect(text).toContain(`content="0; url=${address}"`);
  expect(text).toContain(`<a href="${address}">Continuer vers &lt;itsme&gt;</a>`);
  expect(text).toContain('lang="fr"');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});
