import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const mostPresses = 250;

/**
 * Presses Tab until this has the focus; for a group of radio buttons, until one of them has.
 * On the way, whatever gets the focus must be in sight (WCAG 2.2, 2.4.11).
 * @throws Error when the whole page was walked without coming there
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(describeHiddenFocus);
    if (hidden !== null) throw new Error(`The focus is not to be seen: ${hidden}`);
  }
  throw new Error(`Tab never comes to ${target}.`);
}

/** Goes to a button or link, and presses it. */
export async function pressByKey(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/**
 * Presses a shortcut until its layer is open. The page's script may not listen yet when the page is already to be read: a
 * person presses again.
 */
export async function openByShortcut(page: Page, shortcut: string, layer: Locator): Promise<void> {
  const pressUnlessOpen = async () => {
    if (!(await layer.isVisible())) await page.keyboard.press(shortcut);
    return layer.isVisible();
  };
  await expect.poll(pressUnlessOpen, { interval: 500 }).toBe(true);
}

/** Goes to a field and writes in it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Goes to a group of radio buttons and walks down to one of them. */
export async function chooseByArrows(page: Page, first: Locator, wanted: Locator): Promise<void> {
  await tabTo(page, first);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows never come to ${wanted}.`);
}

/** Counts the keys that are pressed on this page from its next address on. @returns how many so far */
export async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const add = () => {
      sessionStorage.keys = Number(sessionStorage.keys ?? 0) + 1;
    };
    addEventListener('keydown', add, { capture: true });
  });
  return () => page.evaluate(() => Number(sessionStorage.keys ?? 0));
}

/** What has the focus, when all of it lies under something else or out of sight. Runs in the page. */
function describeHiddenFocus(): string | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const inset = 2;
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
  ] as const;
  const isSeen = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  });
  return isSeen ? null : element.outerHTML.slice(0, 200);
}
