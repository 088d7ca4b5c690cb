/** Browsers that differ in where camera and microphone are allowed. */
export type BrowserKind = 'ios' | 'android' | 'safari' | 'firefox' | 'chromium' | 'other';

/**
 * The kind of browser by its User-Agent: good enough to choose a piece of advice, and for nothing else.
 * @param isTouched whether a finger is its first pointer: a tablet, and a phone that asks for the desktop's pages, name a computer's system
 */
export function browserKindOf(userAgent: string, isTouched = false): BrowserKind {
  if (/iPhone|iPad|iPod/.test(userAgent) || (isTouched && /Macintosh/.test(userAgent))) return 'ios';
  if (/Android/.test(userAgent) || (isTouched && /Linux/.test(userAgent))) return 'android';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrome\/|Chromium\//.test(userAgent)) return 'chromium';
  if (/Safari\//.test(userAgent)) return 'safari';
  return 'other';
}
