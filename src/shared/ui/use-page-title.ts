'use client';

import { useLayoutEffect } from 'react';

/** Who wants a title now; the newest has it. Two that each insisted on their own would answer one another for ever. */
const claims: symbol[] = [];

/**
 * Lets the page's title say what is going on now, so that it can be seen from another tab. The framework writes the page's own title
 * when it likes, before or after: it is put aside, and put back when there is nothing to say any more.
 * @param title null leaves the page its own
 */
export function usePageTitle(title: string | null): void {
  // A layout effect ends in the very commit that brings the next page, whose title must stand: an ordinary one ends after it.
  useLayoutEffect(() => {
    if (title === null) return;
    let own = document.title;
    const claim = Symbol(title);
    claims.push(claim);
    const put = () => {
      if (document.title === title || claims.at(-1) !== claim) return;
      own = document.title;
      document.title = title;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      claims.splice(claims.indexOf(claim), 1);
      if (document.title === title) document.title = own;
    };
  }, [title]);
}
