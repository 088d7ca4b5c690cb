/**
 * Whether a request was made by a person's gesture, as far as the browser tells (Fetch Metadata, W3C): it leads to another page, and
 * a browser of the Chromium family says that somebody clicked or pressed a key for it. Scanners of mail run the scripts of a page in
 * such browsers; what those ask for by themselves is no gesture. Browsers that tell nothing are believed.
 */
export function isByHand(headers: Headers): boolean {
  const mode = headers.get('sec-fetch-mode');
  if (mode === null) return true;
  if (mode !== 'navigate') return false;
  // Safari does not tell of gestures: only where their absence is told, it counts.
  const tellsOfGestures = headers.has('sec-ch-ua') || headers.has('sec-fetch-user');
  return !tellsOfGestures || headers.get('sec-fetch-user') === '?1';
}
