import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Luma and chroma (BT.601, studio range) that are far from each other on the screen. */
const colours = { red: [82, 90, 240], blue: [41, 240, 110], green: [145, 54, 34] } as const;
export type Colour = keyof typeof colours;

const width = 320;
const height = 240;

/** A film in one colour (YUV4MPEG2), for Chromium to show as its camera: so that one can see whose picture arrives. */
export async function filmInColour(colour: Colour): Promise<string> {
  const [y, u, v] = colours[colour];
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    Buffer.alloc(width * height, y),
    Buffer.alloc((width * height) / 4, u),
    Buffer.alloc((width * height) / 4, v),
  ]);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'camera-')), `${colour}.y4m`);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F20:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([head, frame, frame]));
  return file;
}

/** Which of the three colours the other side's picture has in its middle; null while there is none. */
export function seenColour(page: Page): Promise<Colour | null> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('video[data-remote-video]');
    if (video === null || video.videoWidth === 0) return null;
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    const context = canvas.getContext('2d');
    const { videoWidth, videoHeight } = video;
    context?.drawImage(video, videoWidth / 2, videoHeight / 2, 1, 1, 0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
    const most = Math.max(red, green, blue);
    if (most < 100) return null;
    return most === red ? 'red' : most === green ? 'green' : 'blue';
  });
}
