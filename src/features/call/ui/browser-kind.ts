/** Browsers by where they keep the permission for camera and microphone. */
export type BrowserKind = 'chromium' | 'firefox' | 'safari' | 'ios' | 'android';

/** @param userAgent as the browser presents itself; every browser on iOS has Safari's settings */
export function browserKindOf(userAgent: string): BrowserKind {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  return /Chrome\/|Chromium\//.test(userAgent) || !/Safari\//.test(userAgent) ? 'chromium' : 'safari';
}
