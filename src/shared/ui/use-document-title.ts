'use client';

import { useLayoutEffect } from 'react';

/**
 * The page's title, for as long as the component stands and whenever the words change. The title that came with the page may be
 * written into the document later than this runs; then it is put right, and the page's own comes back in the end.
 */
export function useDocumentTitle(title: string): void {
  // Before anything else hears of it: where the next page takes over, its title must stand.
  useLayoutEffect(() => {
    let given: string | null = null;
    const write = () => {
      if (document.title === title) return;
      given = document.title;
      document.title = title;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (given !== null && document.title === title) document.title = given;
    };
  }, [title]);
}
