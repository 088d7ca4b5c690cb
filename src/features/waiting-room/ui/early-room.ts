import type { VisitView } from '#journey/live-views.ts';

/** What the page's script takes over from the first lines that ran. */
export type EarlyRoom = {
  /** Sets back what was changed, so that the page is as it was drawn, and stops. @returns the newest that was heard; null when nothing was */
  readonly takeOver: () => VisitView | null;
};

declare global {
  var balieEarlyRoom: EarlyRoom | undefined;
}

/** On everything that shows where one stands in the waiting room, with a name of its own on the page. */
export const earlyPart = (name: string) => ({ 'data-early': name });

/**
 * Keeps the waiting room true until the page's script is there, which may take long on a slow line: when something changed, the marked
 * parts are taken from a new page of the server. It runs in the page, as text: it can use nothing of this file.
 * @param address of the visit's events
 */
export function followEarly(address: string): void {
  const first = new Map<Element, string>();
  const source = new EventSource(address);
  let newest: VisitView | null = null;
  let shown = '';
  const parts = (page: Document) => page.querySelectorAll('[data-early]');
  const showNewPage = async () => {
    const answer = await fetch(location.href);
    if (!answer.ok || globalThis.balieEarlyRoom === undefined) return;
    const html = await answer.text();
    // Without its head, whose styles may be used in that page alone.
    const page = new DOMParser().parseFromString(html.slice(html.indexOf('<body')), 'text/html');
    for (const part of parts(document)) {
      const name = part.getAttribute('data-early');
      const now = [...parts(page)].find((each) => each.getAttribute('data-early') === name);
      if (!first.has(part)) first.set(part, part.innerHTML);
      if (now) part.innerHTML = now.innerHTML;
    }
  };
  source.addEventListener('state', ({ data }) => {
    const view = JSON.parse(data) as VisitView;
    const { stage, waiting, sentBack, words } = view;
    const told = JSON.stringify([stage, waiting, sentBack, words]);
    // The first is what the page was drawn with, a moment ago.
    if (newest !== null && told !== shown) void showNewPage();
    newest = view;
    shown = told;
  });
  globalThis.balieEarlyRoom = {
    takeOver: () => {
      source.close();
      globalThis.balieEarlyRoom = undefined;
      for (const [part, html] of first) part.innerHTML = html;
      return newest;
    },
  };
}

/** Once, before React takes the page over. @returns the newest state that was heard so far; null for none */
export function takeOverEarlyRoom(): VisitView | null {
  return globalThis.balieEarlyRoom?.takeOver() ?? null;
}
