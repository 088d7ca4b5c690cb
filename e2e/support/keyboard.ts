import type { Locator, Page } from 'playwright-core';

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
