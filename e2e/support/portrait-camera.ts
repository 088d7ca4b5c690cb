import type { Page } from 'playwright-core';

/** Gives a page the camera of a phone that is held upright: nine wide, sixteen high, somebody's head and shoulders in it. */
export async function holdUpright(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const film = (): MediaStreamTrack | undefined => {
      const canvas = document.createElement('canvas');
      canvas.width = 720;
      canvas.height = 1280;
      const context = canvas.getContext('2d');
      const draw = () => {
        if (context === null) return;
        context.fillStyle = '#5b6b6e';
        context.fillRect(0, 0, 720, 1280);
        context.fillStyle = '#26383a';
        context.fillRect(60, 900, 600, 380);
        context.fillStyle = '#e3c3a4';
        context.beginPath();
        context.ellipse(360, 560, 210, 300, 0, 0, 2 * Math.PI);
        context.fill();
        context.fillStyle = '#26383a';
        context.fillRect(270, 500 + (Date.now() % 20), 40, 20);
        context.fillRect(410, 500, 40, 20);
        context.fillRect(290, 700, 140, 16);
      };
      draw();
      setInterval(draw, 60);
      return canvas.captureStream(15).getVideoTracks()[0];
    };
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      const [camera] = stream.getVideoTracks();
      const portrait = camera && film();
      if (camera === undefined || portrait === undefined) return stream;
      camera.stop();
      return new MediaStream([...stream.getAudioTracks(), portrait]);
    };
  });
}

/** How much of the other side's picture is in sight, 0 to 1 across and down, and how much of the tile's width it takes. */
export function readVisiblePicture(page: Page) {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('video[data-remote-video]');
    const tile = video?.closest('section');
    if (!video || !tile || video.videoWidth === 0) return null;
    const { videoWidth, videoHeight, clientWidth, clientHeight } = video;
    const ratios = [clientWidth / videoWidth, clientHeight / videoHeight] as const;
    const scale = getComputedStyle(video).objectFit === 'contain' ? Math.min(...ratios) : Math.max(...ratios);
    const share = (picture: number, place: number) => Math.min(1, place / (picture * scale));
    return {
      isUpright: videoHeight > videoWidth,
      across: share(videoWidth, Math.min(clientWidth, tile.clientWidth)),
      down: share(videoHeight, Math.min(clientHeight, tile.clientHeight)),
      ofTile: Math.min(clientWidth, videoWidth * scale) / tile.clientWidth,
    };
  });
}
