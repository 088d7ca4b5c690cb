import type { LevelLine } from '../../levels.ts';

/** `acr` is the country in the certificate, whose issuer the settings trust. */
export const webEidLevels: readonly LevelLine[] = [
  {
    method: 'eid-be',
    name: {
      nl: 'Belgische eID met kaartlezer',
      fr: 'eID belge avec lecteur de carte',
      en: 'Belgian eID card in a reader',
      de: 'Belgische eID mit Kartenleser',
    },
    acr: 'BE',
    level: 'high',
    source:
      'The Belgian identity card was notified at level high in 2018 (Regulation (EU) 910/2014, article 9): its authentication key is used with the PIN alone.',
  },
];
