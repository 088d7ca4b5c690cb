import type { Page } from 'playwright-core';

/**
 * Waits until the page's script has taken over its forms. A person types more slowly than that; a test that does not is a race
 * between its typing and the script's beginning.
 */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const forms = [...document.querySelectorAll('form')];
    return (
      forms.length > 0 &&
      forms.every((form) => Object.keys(form).some((key) => key.startsWith('__reactProps')))
    );
  });
}
