'use client';

import { useEffect } from 'react';

/**
 * Lets the page's title say what is going on now, so that it can be seen from another tab. The framework writes the page's own title
 * when it likes, before or after: it is put aside, and put back when there is nothing to say any more.
 * @param title null leaves the page its own
 */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    let own = document.title;
    const put = () => {
      if (document.title === title) return;
      own = document.title;
      document.title = title;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = own;
    };
  }, [title]);
}
