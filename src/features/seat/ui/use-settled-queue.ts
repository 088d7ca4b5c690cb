'use client';

import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import {
  isSameLayout,
  type QueueHold,
  type QueueLayout,
  type QueueSection,
  settleLayout,
} from './queue-sections.ts';

/** A pointer that has not moved for so long is nobody's hand. */
const restingMilliseconds = 8_000;

export type SettledQueue = {
  readonly layout: QueueLayout;
  /** To be put on the element around the parts, each of which carries `data-section`. */
  readonly watch: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: () => void;
  };
};

/** The layout of the queue, such that nothing moves under the clerk's hand. */
export function useSettledQueue(due: QueueLayout): SettledQueue {
  const [shown, setShown] = useState(due);
  const [hold, setHold] = useState<QueueHold>({ pointer: null, focus: null });
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);

  const layout = settleLayout(shown, due, hold);
  if (!isSameLayout(layout, shown)) setShown(layout);

  const point = (pointer: QueueSection | null) => {
    clearTimeout(resting.current);
    if (pointer !== null) resting.current = setTimeout(() => point(null), restingMilliseconds);
    setHold((before) => (before.pointer === pointer ? before : { ...before, pointer }));
  };
  const focus = (section: QueueSection | null) =>
    setHold((before) => (before.focus === section ? before : { ...before, focus: section }));

  return {
    layout,
    watch: {
      onPointerMove: (event) => point(sectionAt(event.target)),
      onPointerLeave: () => point(null),
      onFocus: (event) => focus(sectionAt(event.target)),
      onBlur: () => focus(null),
    },
  };
}

function sectionAt(target: EventTarget): QueueSection | null {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-section]') : null;
  return (part?.dataset.section as QueueSection | undefined) ?? null;
}
