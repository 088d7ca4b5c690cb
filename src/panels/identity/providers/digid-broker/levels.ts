import type { LevelLine } from '../../levels.ts';

const manual = 'Logius, DigiD, "Betrouwbaarheidsniveaus"; Signicat, "Levels of Assurance"';

export const digidLevels: readonly LevelLine[] = [
  {
    method: 'hoog',
    name: { nl: 'DigiD Hoog', fr: 'DigiD Hoog', en: 'DigiD Hoog', de: 'DigiD Hoog' },
    acr: 'loa:high',
    level: 'high',
    source: `${manual}: the app with the chip of an identity card. Notified by the Netherlands at level high in 2020 (Regulation (EU) 910/2014, article 9).`,
  },
  {
    method: 'substantieel',
    name: {
      nl: 'DigiD Substantieel',
      fr: 'DigiD Substantieel',
      en: 'DigiD Substantieel',
      de: 'DigiD Substantieel',
    },
    acr: 'loa:substantial',
    level: 'substantial',
    source: `${manual}: the app after one check of an identity document. Notified at level substantial in 2020.`,
  },
  {
    method: 'midden',
    name: { nl: 'DigiD Midden', fr: 'DigiD Midden', en: 'DigiD Midden', de: 'DigiD Midden' },
    acr: 'loa:low',
    level: 'low',
    source: `${manual}: the app or a code by SMS, without a check of a document. Not notified, so no more than low.`,
  },
];
