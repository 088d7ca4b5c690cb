import { assuranceLevels, reachesLevel } from '#journey/assurance-level.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { VerifiedLevel } from '#ports/identity-provider.ts';

/** What a provider's word is worth. Each provider brings its own lines; `source` says why the level is what it is. */
export type LevelLine = {
  /** Our name of the way in which somebody proved who they are. */
  readonly method: string;
  /** As it is said to people. */
  readonly name: LocalizedText;
  /** What the provider calls it. */
  readonly acr: string;
  readonly level: VerifiedLevel;
  readonly source: string;
};

/** Of a provider's lines those that are enough, the best first: so it is asked for them. */
export function sufficientLines(lines: readonly LevelLine[], needed: VerifiedLevel): readonly LevelLine[] {
  return lines
    .filter(({ level }) => reachesLevel(level, needed))
    .toSorted((one, other) => assuranceLevels.indexOf(other.level) - assuranceLevels.indexOf(one.level));
}

/** @throws Error for no lines at all: a provider that vouches for nothing is of no use */
export function bestLevel(lines: readonly LevelLine[]): VerifiedLevel {
  const best = sufficientLines(lines, 'low')[0];
  if (best === undefined) throw new Error('no level is stated');
  return best.level;
}
