import { Html } from './html.ts';

const shapes = {
  back: '<path d="m15 5-7 7 7 7"/>',
  file: '<path d="M6 3h8l5 5v13H6z"/><path d="M14 3v5h5"/>',
  mail: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3 8 9 6 9-6"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.500 20.500c1.200-4 4-6 7.500-6s6.300 2 7.500 6"/>',
  phone: '<rect x="7" y="2.500" width="10" height="19" rx="2"/><path d="M11 18.500h2"/>',
  search: '<circle cx="11" cy="11" r="6.500"/><path d="m16 16 4.500 4.500"/>',
  check: '<path d="m5 12.500 4.500 4.500L19 7.500"/>',
  clock: '<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5l3.500 2"/>',
  cross: '<path d="m6.500 6.500 11 11M17.500 6.500l-11 11"/>',
} as const;

/** A decorative line icon; the word beside it carries the meaning. */
export function icon(name: keyof typeof shapes): Html {
  return new Html(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`);
}
