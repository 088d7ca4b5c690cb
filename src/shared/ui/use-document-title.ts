'use client';

import { useEffect } from 'react';

/**
 * The page's title, for as long as the component stands and whenever the words change. The title that came with the page may be
 * written into the document later than this runs; then it is put right.
 */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const write = () => {
      if (document.title !== title) document.title = title;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
