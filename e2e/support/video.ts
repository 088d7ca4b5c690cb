import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type Played = { readonly frames: number; readonly seconds: number; readonly width: number };

/** What the page's remote picture has decoded so far. The picture of others carries `data-remote-video`. */
async function readRemotePicture(page: Page): Promise<Played | null> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('video[data-remote-video]');
    if (video === null) return null;
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    return { frames: totalVideoFrames, seconds: video.currentTime, width: video.videoWidth };
  });
}

/** Waits until decoded frames of the other side's picture keep growing in this page. */
export async function expectMovingPicture(page: Page): Promise<void> {
  await expect
    .poll(async () => (await readRemotePicture(page))?.width ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(0);
  const before = (await readRemotePicture(page))?.frames ?? 0;
  await expect
    .poll(async () => (await readRemotePicture(page))?.frames ?? 0, { timeout: 15_000 })
    .toBeGreaterThan(before + 10);
}

/** Decoded frames of each picture of others in this page. */
const framesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLVideoElement>('video[data-remote-video]')].map(
      (video) => video.getVideoPlaybackQuality().totalVideoFrames,
    ),
  );

/** Waits until the pictures of exactly so many others move in this page. */
export async function expectMovingPictures(page: Page, count: number): Promise<void> {
  const patience = { timeout: 30_000 };
  await expect
    .poll(async () => (await framesOf(page)).map((frames) => frames > 0), patience)
    .toEqual(Array(count).fill(true));
  const before = await framesOf(page);
  await expect
    .poll(
      async () => (await framesOf(page)).map((frames, index) => frames > (before[index] ?? 0) + 10),
      patience,
    )
    .toEqual(Array(count).fill(true));
}

/** Waits until the sound of the other side is heard in this page: the level of the decoded audio is not zero. */
export async function expectSound(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(measureRemoteLevel), { timeout: 30_000, interval: 500 })
    .toBeGreaterThan(0);
}

/** Greatest deviation from silence in a second of the remote audio element (`data-remote-audio`). Runs in the page. */
async function measureRemoteLevel(): Promise<number> {
  const audio = document.querySelector<HTMLAudioElement>('audio[data-remote-audio]');
  const stream = audio?.srcObject;
  if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) return 0;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let peak = 0;
  const end = performance.now() + 1_200;
  while (performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    analyser.getFloatTimeDomainData(samples);
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  }
  await context.close();
  return peak > 0.001 ? peak : 0;
}
