import type { Page } from 'playwright-core';

/** Gives a page a phone's second camera, on its back, that sees a sheet of four known colours. Only one is open at a time, as on many phones. */
export async function giveBackCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    const faces = new Set<MediaStreamTrack>();
    const film = (): MediaStream => {
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
    mediaDevices.enumerateDevices = async () => {
      const devices = await list();
      const camera = devices.find(({ kind }) => kind === 'videoinput');
      const back = { kind: 'videoinput', deviceId: 'back', groupId: 'back', label: 'Back camera' };
      return camera === undefined ? devices : [...devices, back as MediaDeviceInfo];
    };
    mediaDevices.getUserMedia = async (constraints) => {
      const video = constraints?.video;
      const facing = typeof video === 'object' ? video.facingMode : undefined;
      if (typeof facing === 'object' && 'exact' in facing && facing.exact === 'environment') {
        if ([...faces].some(({ readyState }) => readyState === 'live'))
          throw new DOMException('One camera at a time', 'NotReadableError');
        return film();
      }
      const stream = await open(constraints);
      for (const track of stream.getVideoTracks()) faces.add(track);
      return stream;
    };
  });
}
