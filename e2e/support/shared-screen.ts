import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The four quarters of the screen that is shared, in the order of reading. */
export const screenColours = ['red', 'green', 'blue', 'white'] as const;

/** Gives a page a screen of four known colours to share, as if its user had chosen it. */
export async function giveScreen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const draw = (): MediaStream => {
      const canvas = document.createElement('canvas');
      canvas.width = 1280;
      canvas.height = 720;
      const pen = canvas.getContext('2d');
      setInterval(() => {
        for (const [index, colour] of ['#d01010', '#10a010', '#1010d0', '#f0f0f0'].entries()) {
          if (pen === null) return;
          pen.fillStyle = colour;
          pen.fillRect((index % 2) * 640, Math.floor(index / 2) * 360, 640, 360);
        }
      }, 60);
      return canvas.captureStream(15);
    };
    navigator.mediaDevices.getDisplayMedia = async () => {
      const stream = draw();
      Object.assign(globalThis, { sharedScreen: stream.getVideoTracks()[0] });
      return stream;
    };
  });
}

/** Makes a page one of a phone, whose browser shares no screen. */
export async function takeScreenSharing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(MediaDevices.prototype, 'getDisplayMedia');
  });
}

/** Ends the sharing with the browser's own button. */
export function endByBrowser(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { sharedScreen } = globalThis as unknown as { sharedScreen: MediaStreamTrack };
    sharedScreen.stop();
    sharedScreen.dispatchEvent(new Event('ended'));
  });
}

/** Whether the screen that this page shared is being captured still. */
export function isCaptured(page: Page): Promise<boolean> {
  return page.evaluate(
    () => (globalThis as unknown as { sharedScreen?: MediaStreamTrack }).sharedScreen?.readyState === 'live',
  );
}

/** The colours in the middle of the four quarters of what the other side shows. */
function readShown(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('video[data-remote-shown]');
    if (video === null || video.videoWidth === 0) return null;
    const canvas = document.createElement('canvas');
    canvas.width = 4;
    canvas.height = 4;
    const pen = canvas.getContext('2d');
    pen?.drawImage(video, 0, 0, 4, 4);
    return [
      [1, 1],
      [3, 1],
      [1, 3],
      [3, 3],
    ].map(([x = 0, y = 0]) => {
      const [red = 0, green = 0, blue = 0] = pen?.getImageData(x, y, 1, 1).data ?? [];
      if (Math.min(red, green, blue) > 150) return 'white';
      const most = Math.max(red, green, blue);
      if (most < 80) return 'dark';
      return most === red ? 'red' : most === green ? 'green' : 'blue';
    });
  });
}

/** Waits until the four colours of the shared screen are seen in this page, large. */
export async function expectSharedScreen(page: Page): Promise<void> {
  await expect.poll(() => readShown(page), { timeout: 30_000 }).toEqual(screenColours);
  const share = await page.evaluate(() => {
    const shown = document.querySelector('video[data-remote-shown]')?.clientWidth ?? 0;
    const face = document.querySelector('video[data-remote-video]')?.clientWidth ?? 0;
    return face / shown;
  });
  expect(share).toBeLessThan(0.5);
}
