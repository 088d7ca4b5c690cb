import { expect, test } from 'vitest';
import { browserKindOf } from './browser-kind.ts';

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  ['chromium', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/150.0.0.0 Safari/537.36`],
  [
    'chromium',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/150.0.0.0 Safari/537.36 Edg/150.0`,
  ],
  ['firefox', 'Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0'],
  ['safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/20.0 Safari/605.1.15`],
  [
    'ios',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) ${webKit} CriOS/150.0 Mobile/15E148 Safari/604.1`,
  ],
  ['android', `Mozilla/5.0 (Linux; Android 16; K) ${webKit} Chrome/150.0.0.0 Mobile Safari/537.36`],
] as const)('%s is known by how it presents itself', (kind, userAgent) => {
  expect(browserKindOf(userAgent)).toBe(kind);
});
