import type { Page } from 'playwright-core';

/** Moments in a page, epoch milliseconds; null before they came. */
type Moments = { clickedAt: number | null; firstFrameAt: number | null };

/** Watches, from the page's first moment on, for a click on a button and for the first decoded frame of somebody else's picture. */
export async function watchFirstFrame(page: Page, pictures: string): Promise<void> {
  await page.addInitScript((selector) => {
    const moments: Moments = { clickedAt: null, firstFrameAt: null };
    Object.assign(globalThis, { readMoments: () => moments });
    const now = () => performance.timeOrigin + performance.now();
    const press = () => {
      moments.clickedAt = now();
      moments.firstFrameAt = null;
    };
    addEventListener('click', press, { capture: true });
    const known = new WeakSet<HTMLVideoElement>();
    const look = () => {
      for (const video of document.querySelectorAll<HTMLVideoElement>(selector)) {
        if (known.has(video)) continue;
        known.add(video);
        video.requestVideoFrameCallback(() => {
          moments.firstFrameAt ??= now();
        });
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  }, pictures);
}

/** Waits for the first frame. @returns epoch milliseconds */
export async function readFirstFrame(page: Page): Promise<number> {
  await page.waitForFunction(() => readMoments().firstFrameAt !== null, undefined, { polling: 20 });
  return page.evaluate(() => readMoments().firstFrameAt ?? Number.NaN);
}

export function readClick(page: Page): Promise<number> {
  return page.evaluate(() => readMoments().clickedAt ?? Number.NaN);
}

declare global {
  function readMoments(): Moments;
}
