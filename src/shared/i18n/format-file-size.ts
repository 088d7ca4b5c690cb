import type { Language } from '#journey/language.ts';

/** The size of a file as people say it: `340 kB`, `2,4 MB`. */
export function formatFileSize(bytes: number, language: Language): string {
  const isSmall = bytes < 1_000_000;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  });
  return format.format(isSmall ? Math.max(1, bytes / 1_000) : bytes / 1_000_000);
}
