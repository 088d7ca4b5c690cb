// Written by scripts/draw-icons.ts from Lucide (https://lucide.dev), ISC licence. Do not edit by hand.
import type { IconShape } from '../icon-shape.ts';

export const iconLoaderCircle: IconShape = [['path', { d: 'M21 12a9 9 0 1 1-6.219-8.56' }]];
