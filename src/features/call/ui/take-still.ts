/** Enough to read small print on a paper, and small enough for a weak line. */
const longestSide = 2_400;
const quality = 0.88;

/** The picture that a camera gives at this moment. @throws when it gives none */
export async function takeFrame(track: MediaStreamTrack): Promise<Blob> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    return await draw(video, video.videoWidth, video.videoHeight);
  } finally {
    video.srcObject = null;
  }
}

/** A photo from a file, without what its maker wrote beside it: where and with what it was taken. @throws when it is none */
export async function readPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  try {
    return await draw(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}

async function draw(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  const photo = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (photo === null) throw new Error('The picture is empty.');
  return photo;
}

/** As an address that a page may show: our pages take pictures from themselves and from data alone. */
export function toDataUrl(photo: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(photo);
  });
}
