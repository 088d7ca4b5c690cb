// Written by scripts/draw-icons.ts from Lucide (https://lucide.dev), ISC licence. Do not edit by hand.
import type { IconShape } from '../icon-shape.ts';

export const iconChevronUp: IconShape = [['path', { d: 'm18 15-6-6-6 6' }]];
