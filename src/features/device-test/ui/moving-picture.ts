const width = 640;
const height = 360;
const framesPerSecond = 24;
const blocks = 120;

/** A picture that is hard to compress, of nobody: what is sent during the test. */
export function createMovingPicture(): {
  readonly track: MediaStreamTrack;
  readonly stop: () => void;
} | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const track = canvas.captureStream?.(framesPerSecond).getVideoTracks()[0];
  if (context === null || track === undefined) return null;
  const timer = setInterval(() => draw(context), 1_000 / framesPerSecond);
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
}

function draw(context: CanvasRenderingContext2D): void {
  for (let index = 0; index < blocks; index += 1) {
    context.fillStyle = `hsl(${Math.random() * 360} 70% ${20 + Math.random() * 60}%)`;
    context.fillRect(Math.random() * width, Math.random() * height, 60 * Math.random(), 40 * Math.random());
  }
}
