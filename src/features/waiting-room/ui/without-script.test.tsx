import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { WithoutScript } from './without-script.tsx';

const htmlOf = (renewingHref: string | null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <WithoutScript phone="09 123 45 67" renewingHref={renewingHref} inWriting={false} />
    </NextIntlClientProvider>,
  );

test('without script a page on which something can be typed does not renew itself, and leads to one that does', () => {
  expect(htmlOf('/a/X?follow')).not.toContain('http-equiv');
  expect(htmlOf('/a/X?follow')).toContain('href="/a/X?follow"');
});

test('without script a page that only tells how it stands renews itself', () => {
  expect(htmlOf(null)).toMatch(/^<noscript><meta http-equiv="refresh" content="60"\/>/i);
  expect(htmlOf(null)).not.toContain('href=');
});
