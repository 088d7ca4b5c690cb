/**
 * Writes src/shared/ui/icons: Lucide's own drawings (ISC licence) as plain data, one file each, so that a page loads those that it shows.
 * Data instead of components, because a page without framework script, a server component and a client
 * component can then all use the same icon, and a citizen's page loads no script for it.
 *
 * To add an icon: put its Lucide name below and run `node scripts/draw-icons.ts`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';

const names = `
arrow-left arrow-right baby badge-percent bell bell-ring book-open-text building-complex calendar-check
calendar-clock calendar-days calendar-heart calendar-plus calendar-x camera car car-front chart-column check
check-check chevron-down chevron-left chevron-right chevron-up circle-check circle-dashed
circle-exclamation-point circle-pause circle-play circle-x clock-4 clock-exclamation-point coffee coins
door-open download ellipsis euro external-link eye eye-off file-check file-text flag footprints gauge globe
graduation-cap hand hand-coins hand-heart headset heart hourglass house id-card info landmark languages
lightbulb list-checks loader-circle log-out mail mail-x map-pin map-pin-house message-circle-question-mark
message-square message-square-text mic mic-off monitor-up moon panels-top-left pen-line pencil pencil-ruler
phone phone-incoming phone-off picture-in-picture-2 plane plus printer receipt-text recycle refresh-cw rotate-cw
ruler scale search send settings-2 shield-check shield-exclamation-point signal signal-high signal-low
signal-zero smartphone square-letter-p store sun sun-moon sunrise tag trash triangle-exclamation-point undo-2
user-round user-round-check user-round-x users users-round video video-off volume-2 wifi wifi-off x zap
`
  .split(/\s+/)
  .filter((name) => name !== '');

type IconData = { __iconData: { node: [string, Record<string, string>][] } };

function exportName(name: string): string {
  return `icon${name.replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase())}`;
}

const folder = new URL('../src/shared/ui/icons/', import.meta.url);

async function drawIcon(name: string): Promise<void> {
  const { __iconData } = (await import(`lucide-react/icons/${name}`)) as IconData;
  const parts = __iconData.node.map(([tag, { key: _key, ...attributes }]) => [tag, attributes]);
  const head = `// Written by scripts/draw-icons.ts from Lucide (https://lucide.dev), ISC licence. Do not edit by hand.
import type { IconShape } from '../icon-shape.ts';
`;
  const drawing = `export const ${exportName(name)}: IconShape = ${JSON.stringify(parts)};\n`;
  await writeFile(new URL(`${name}.ts`, folder), `${head}\n${drawing}`);
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder);
await Promise.all([...new Set(names)].map(drawIcon));
