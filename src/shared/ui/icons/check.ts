// Written by scripts/draw-icons.ts from Lucide (https://lucide.dev), ISC licence. Do not edit by hand.
import type { IconShape } from '../icon-shape.ts';

export const iconCheck: IconShape = [['path', { d: 'M20 6 9 17l-5-5' }]];
