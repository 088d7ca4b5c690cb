import { contrastRatio, nearestAccessibleBrand } from '#shared/ui/colour-contrast.ts';
import type { OrganisationTheme } from '#shared/ui/organisation-theme.ts';

/** Least contrast of text (WCAG 2.2, criterion 1.4.3). */
const leastContrast = 4.5;

const light = { ground: '#f3f2ed', surface: '#ffffff', ink: '#182226', quiet: '#465156', line: '#dbd8ce' };
const dark = { ground: '#11181b', surface: '#192226', ink: '#ecf0ee', quiet: '#bac4c5', line: '#313d42' };

/**
 * The colours of a mail. A theme's own are taken where what stands on them can be read; else the nearest that can. So a mail is legible
 * whatever colours a municipality chose, on a light screen and on a dark one.
 */
export function mailColours(theme: OrganisationTheme) {
  const { brand, brandStrong, brandTint, onBrand } = theme;
  return {
    light: {
      ...light,
      accent: reads(brand, light.surface) ? brand : darker(brand),
      tint: holdsText(brandTint, light) ? brandTint : light.ground,
    },
    dark: {
      ...dark,
      accent: reads(theme.dark.brand, dark.surface) ? theme.dark.brand : dark.ink,
      tint: holdsText(theme.dark.brandTint, dark) ? theme.dark.brandTint : dark.ground,
    },
    // The same on both screens.
    band: brand,
    onBand: readableOn(brand, onBrand),
    foot: brandStrong,
    onFoot: readableOn(brandStrong, '#ffffff'),
  };
}

function reads(ink: string, paper: string): boolean {
  return contrastRatio(ink, paper) >= leastContrast;
}

function holdsText(paper: string, { ink, quiet }: { readonly ink: string; readonly quiet: string }): boolean {
  return reads(ink, paper) && reads(quiet, paper);
}

function darker(brand: string): string {
  const verdict = nearestAccessibleBrand(brand);
  return verdict.accepted ? brand : verdict.proposal;
}

/** One of black and white can be read on every colour. */
function readableOn(paper: string, wanted: string): string {
  return [wanted, '#ffffff', light.ink].find((ink) => reads(ink, paper)) ?? '#000000';
}
