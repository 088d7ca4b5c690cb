/**
 * Writes src/shared/ui/icon-shapes.ts: Lucide's own drawings (ISC licence) as plain data, one export each.
 * Data instead of components, because a page without framework script, a server component and a client
 * component can then all use the same icon, and a citizen's page loads no script for it.
 *
 * To add an icon: put its Lucide name below and run `node scripts/draw-icons.ts`.
 */
import { writeFile } from 'node:fs/promises';

const names = `
arrow-down-up arrow-left arrow-right badge-check bell bell-off bell-ring book-open building-complex cake calendar-check
calendar-clock calendar-days calendar-plus calendar-x captions chart-column check check-check chevron-down
chevron-left chevron-right chevron-up circle-check circle-dashed circle-exclamation-point circle-pause circle-play
circle-question-mark circle-x clock clock-4 clock-exclamation-point coffee copy credit-card door-open download ellipsis
external-link eye eye-off file-check file-text flag footprints gauge globe hand-coins hand-heart headset heart house
id-card info keyboard landmark languages lightbulb list-checks log-out mail mail-check mail-x map-pin map-pin-house
maximize menu message-square mic mic-off minimize monitor-up moon panels-top-left pen-line phone phone-incoming
phone-off picture-in-picture-2 plus printer refresh-cw rotate-cw scale search send settings-2 shield-check
shield-exclamation-point shopping-bag signal signal-high signal-low signal-zero smartphone star sun sun-moon sunrise
trash trending-down trending-up triangle-exclamation-point undo-2 user-check user-round user-round-check user-round-plus
user-round-x users-round video video-off volume-2 volume-x wallet wifi wifi-off x coins car tag store graduation-cap
recycle loader-circle hammer hand hourglass circle-letter-p baby message-circle-question-mark monitor
badge-percent book-open-text calendar-heart camera car-front euro message-square-text pencil pencil-ruler plane
receipt-text ruler square-letter-p users zap
`
  .split(/\s+/)
  .filter((name) => name !== '');

type IconData = { __iconData: { node: [string, Record<string, string>][] } };

function exportName(name: string): string {
  return `icon${name.replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase())}`;
}

async function drawIcon(name: string): Promise<string> {
  const { __iconData } = (await import(`lucide-react/icons/${name}`)) as IconData;
  const parts = __iconData.node.map(([tag, { key: _key, ...attributes }]) => [tag, attributes]);
  return `export const ${exportName(name)}: IconShape = ${JSON.stringify(parts)};\n`;
}

const drawings = await Promise.all([...new Set(names)].sort().map(drawIcon));
const head = `// Written by scripts/draw-icons.ts from Lucide (https://lucide.dev), ISC licence. Do not edit by hand.

/** The parts of an icon on a field of 24 by 24: element name and attributes. */
export type IconShape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

`;
await writeFile(new URL('../src/shared/ui/icon-shapes.ts', import.meta.url), head + drawings.join(''));
