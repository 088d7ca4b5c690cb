type SmallWindows = {
  readonly requestWindow: (size: { width: number; height: number }) => Promise<Window>;
};

/** Document Picture-in-Picture (WICG): a small window that stays above all others. Null where the browser has none. */
function smallWindows(): SmallWindows | null {
  return (globalThis as { documentPictureInPicture?: SmallWindows }).documentPictureInPicture ?? null;
}

/** What this browser can keep above other windows: a page of our own, a picture alone, or nothing. */
export function smallWindowKind(): 'page' | 'picture' | null {
  if (typeof document === 'undefined') return null;
  if (smallWindows() !== null) return 'page';
  return document.pictureInPictureEnabled ? 'picture' : null;
}

const size = { width: 320, height: 300 };

/** Opens a small window that looks as this page does. Needs a click. @returns null when the browser does not allow it */
export async function openSmallWindow(): Promise<Window | null> {
  try {
    const opened = await smallWindows()?.requestWindow(size);
    if (!opened) return null;
    dress(opened.document);
    return opened;
  } catch {
    return null;
  }
}

/** Gives an empty document the language, the theme and the styles of this one. */
function dress(small: Document): void {
  const { lang, dataset } = document.documentElement;
  small.documentElement.lang = lang;
  Object.assign(small.documentElement.dataset, dataset);
  small.title = document.title;
  for (const original of document.querySelectorAll<HTMLElement>('link[rel="stylesheet"], style')) {
    const copy = small.importNode(original, true);
    copy.nonce = original.nonce;
    small.head.append(copy);
  }
  small.body.className = 'bg-ground text-ink';
  small.body.dataset.density = 'seat';
}

/** Shows one picture above other windows, where a page of our own cannot. @returns whether it does */
export async function openSmallPicture(picture: HTMLVideoElement): Promise<boolean> {
  picture.disablePictureInPicture = false;
  const closed = () => {
    picture.disablePictureInPicture = true;
  };
  picture.addEventListener('leavepictureinpicture', closed, { once: true });
  return picture.requestPictureInPicture().then(
    () => true,
    () => {
      closed();
      return false;
    },
  );
}
