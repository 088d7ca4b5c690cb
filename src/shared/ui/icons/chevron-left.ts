// Written by scripts/draw-icons.ts from Lucide (https://lucide.dev), ISC licence. Do not edit by hand.
import type { IconShape } from '../icon-shape.ts';

export const iconChevronLeft: IconShape = [['path', { d: 'm15 18-6-6 6-6' }]];
