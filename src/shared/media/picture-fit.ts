export type Size = { readonly width: number; readonly height: number };

/** fill: the place, cut off where it must; whole: nothing cut off; square: the middle of the picture, as wide as the place. */
export type PictureFit = 'fill' | 'whole' | 'square';

/** Up to this much difference between the two shapes, what is cut off is only an edge. */
const mostDifference = 1.3;

/**
 * How to show somebody's picture in a place of another shape, so that their face is seen. Head and shoulders are higher than wide:
 * cutting off above and below soon costs a chin, cutting off both sides of a wide picture does not.
 */
export function fitOf(picture: Size, place: Size): PictureFit {
  const pictureShape = picture.width / picture.height;
  const placeShape = place.width / place.height;
  if (!(pictureShape > 0 && placeShape > 0)) return 'fill';
  if (placeShape > pictureShape) return placeShape / pictureShape > mostDifference ? 'whole' : 'fill';
  if (pictureShape / placeShape <= mostDifference) return 'fill';
  if (pictureShape <= 1) return 'whole';
  return placeShape < 1 ? 'square' : 'fill';
}
