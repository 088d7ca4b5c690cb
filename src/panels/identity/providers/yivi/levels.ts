import type { LevelLine } from '../../levels.ts';

/** Within a scheme: what Dutch municipalities issue from the population register (BRP) to whoever signs on with DigiD. */
export const brpCredential = 'gemeente.personalData';

const issued =
  'Yivi scheme pbdf, gemeente.personalData: from the BRP after a sign-on with DigiD, whose level the attribute digidlevel tells';

/** Numbers as DigiD has them; some issuers write the word instead. A word that is not here counts for nothing. */
const levelWords: Readonly<Record<string, string>> = { Midden: '20', Substantieel: '25', Hoog: '30' };

/** Which line a `digidlevel` stands for, as the issuing municipality wrote it. */
export function acrOf(digidLevel: string): string {
  return `${brpCredential}/${levelWords[digidLevel] ?? digidLevel}`;
}

/** `acr` is the credential with its `digidlevel`: 10 Basis, 20 Midden, 25 Substantieel, 30 Hoog. */
export const yiviLevels: readonly LevelLine[] = [
  {
    method: 'brp-hoog',
    name: {
      nl: 'Yivi, gegevens opgehaald met DigiD Hoog',
      fr: 'Yivi, données obtenues avec DigiD Hoog',
      en: 'Yivi, data obtained with DigiD Hoog',
      de: 'Yivi, Daten geholt mit DigiD Hoog',
    },
    acr: `${brpCredential}/30`,
    level: 'substantial',
    source: `${issued}. Not high: the app that shows it later is protected by a PIN and was notified at no level.`,
  },
  {
    method: 'brp-substantieel',
    name: {
      nl: 'Yivi, gegevens opgehaald met DigiD Substantieel',
      fr: 'Yivi, données obtenues avec DigiD Substantieel',
      en: 'Yivi, data obtained with DigiD Substantieel',
      de: 'Yivi, Daten geholt mit DigiD Substantieel',
    },
    acr: `${brpCredential}/25`,
    level: 'substantial',
    source: `${issued}. DigiD Substantieel was notified at level substantial in 2020 (Regulation (EU) 910/2014, article 9).`,
  },
  {
    method: 'brp-midden',
    name: {
      nl: 'Yivi, gegevens opgehaald met DigiD Midden',
      fr: 'Yivi, données obtenues avec DigiD Midden',
      en: 'Yivi, data obtained with DigiD Midden',
      de: 'Yivi, Daten geholt mit DigiD Midden',
    },
    acr: `${brpCredential}/20`,
    level: 'low',
    source: `${issued}. DigiD Midden counts as low, as it does at a DigiD broker. Basis, a password alone, counts for nothing.`,
  },
];
