import { fitOf, type PictureFit } from './picture-fit.ts';

const classesOf: Record<PictureFit, readonly string[]> = {
  fill: ['size-full', 'object-cover'],
  whole: ['size-full', 'object-contain'],
  square: ['absolute', 'inset-0', 'm-auto', 'aspect-square', 'w-full', 'object-cover'],
};
const allClasses = Object.values(classesOf).flat();

/**
 * Keeps the video in a place of the page shown so that a face in it is seen, also when a phone is turned, on this side or on the other.
 * The place must be positioned.
 * @returns how to stop
 */
export function keepFit(place: HTMLElement | null): (() => void) | undefined {
  const video = place?.querySelector('video');
  if (!place || !video) return undefined;
  const measure = () => {
    const picture = { width: video.videoWidth, height: video.videoHeight };
    const fit = fitOf(picture, { width: place.clientWidth, height: place.clientHeight });
    video.classList.remove(...allClasses);
    video.classList.add(...classesOf[fit]);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(place);
  const events = ['loadedmetadata', 'resize'] as const;
  for (const event of events) video.addEventListener(event, measure);
  return () => {
    observer.disconnect();
    for (const event of events) video.removeEventListener(event, measure);
  };
}
