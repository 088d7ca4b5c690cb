import type { RemoteVideoTrack } from 'livekit-client';

type Picture = { readonly element: HTMLVideoElement; isShown: boolean };

const pictures = new WeakMap<RemoteVideoTrack, Picture>();

/**
 * Shows somebody else's picture in a place of the page. One picture has one element: given another place it moves there, playing on.
 * @param shown called with the first frame that is on the screen
 * @param isFace not so of a screen or a paper
 * @returns how to take it away from that place, unless it moved on
 */
export function showPicture(
  track: RemoteVideoTrack,
  place: HTMLElement,
  shown: () => void = () => {},
  isFace = true,
): () => void {
  const picture = pictures.get(track) ?? open(track, isFace);
  if (picture.isShown) shown();
  else whenPresented(picture.element, shown);
  place.append(picture.element);
  // Some browsers stop what was moved.
  void picture.element.play().catch(() => {});
  return () => {
    if (picture.element.parentElement !== place) return;
    pictures.delete(track);
    track.detach(picture.element);
    picture.element.remove();
  };
}

/** Whether a frame of it has been on the screen. */
export function isPictureShown(track: RemoteVideoTrack): boolean {
  return pictures.get(track)?.isShown ?? false;
}

function open(track: RemoteVideoTrack, isFace: boolean): Picture {
  const element = document.createElement('video');
  element.dataset[isFace ? 'remoteVideo' : 'remoteShown'] = '';
  element.className = isFace ? 'size-full object-cover' : 'size-full object-contain';
  element.disablePictureInPicture = true;
  // The sound is played apart.
  element.muted = true;
  const picture: Picture = { element, isShown: false };
  pictures.set(track, picture);
  whenPresented(element, () => {
    picture.isShown = true;
  });
  track.attach(element);
  return picture;
}

/** Not every browser tells of single frames. */
function whenPresented(element: HTMLVideoElement, tell: () => void): void {
  if ('requestVideoFrameCallback' in element) element.requestVideoFrameCallback(tell);
  else (element as HTMLVideoElement).addEventListener('loadeddata', tell, { once: true });
}
