/** What is taken: papers as PDF, and what phones and computers make of a photo. Nothing in which a browser would run something. */
export const documentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/webp',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** Brands of pictures in HEVC (ISO/IEC 23008-12, annex B), as phones write them. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];

/**
 * What a file is, by its first bytes; null when it is nothing that is taken. Its name and what the browser calls it are not asked: both
 * are the sender's word.
 */
export function recogniseType(content: Uint8Array): DocumentType | null {
  const head = Buffer.from(content.subarray(0, 64)).toString('latin1');
  if (/^%PDF-[12]\./.test(head)) return 'application/pdf';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  return isHeic(head) ? 'image/heic' : null;
}

/** The box of a file's type says its brand, then with which others it agrees (ISO/IEC 14496-12, 4.3). */
function isHeic(head: string): boolean {
  if (head.slice(4, 8) !== 'ftyp') return false;
  const brand = head.slice(8, 12);
  if (heicBrands.includes(brand)) return true;
  const length = Math.min(head.charCodeAt(3), head.length);
  const others = head.slice(16, length).match(/.{4}/gs) ?? [];
  return (brand === 'mif1' || brand === 'msf1') && others.some((other) => heicBrands.includes(other));
}

/** What the name of such a file ends with. */
export const fileEndings: Readonly<Record<DocumentType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
  'image/webp': ['webp'],
};
