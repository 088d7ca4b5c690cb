'use client';

import { useEffect } from 'react';

/**
 * Lets the page's title say what is going on now, so that it can be seen from another tab. The framework puts the title of the first
 * rendering back now and then; this one stays until it is told otherwise. @param title null leaves the page its own
 */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const put = () => {
      if (document.title !== title) document.title = title;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
