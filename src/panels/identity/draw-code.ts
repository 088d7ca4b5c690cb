import encodeQR from 'qr';

/** A QR code as one path of squares, in a drawing of `size` by `size`, with the margin that readers need (ISO/IEC 18004). */
export type DrawnCode = { readonly size: number; readonly path: string };

/** Draws a text as a QR code, on the server: no browser has to load what draws it. */
export function drawCode(text: string): DrawnCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size: rows.length, path: dark.join('') };
}
