import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expects that axe finds nothing in the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  expect(found, `axe at ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Expects that nothing has to be scrolled to sideways in the page as it is now, down to the narrowest phone. */
export async function expectFitting(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide = await page.evaluate(listTooWide);
  expect(tooWide, `what is too wide at ${new URL(page.url()).pathname}`).toEqual([]);
  if (before !== null) await page.setViewportSize(before);
}

/** The innermost parts that make the page wider than its window. Runs in the page. */
function listTooWide(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const isWide = (element: Element) => element.getBoundingClientRect().right > innerWidth;
  return [...document.querySelectorAll('body *')]
    .filter((element) => isWide(element) && ![...element.children].some(isWide))
    .map((element) => element.outerHTML.slice(0, 160));
}
