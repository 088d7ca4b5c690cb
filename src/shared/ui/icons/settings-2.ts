// Written by scripts/draw-icons.ts from Lucide (https://lucide.dev), ISC licence. Do not edit by hand.
import type { IconShape } from '../icon-shape.ts';

export const iconSettings2: IconShape = [
  ['path', { d: 'M14 17H5' }],
  ['path', { d: 'M19 7h-9' }],
  ['circle', { cx: '17', cy: '17', r: '3' }],
  ['circle', { cx: '7', cy: '7', r: '3' }],
];
