import type { LevelLine } from '../../levels.ts';

export const acrAdvanced = 'http://itsme.services/v2/claim/acr_advanced';
export const acrBasic = 'http://itsme.services/v2/claim/acr_basic';

export const itsmeLevels: readonly LevelLine[] = [
  {
    method: 'app-code',
    name: { nl: 'app met code', fr: 'application avec code', en: 'app with code', de: 'App mit Code' },
    acr: acrAdvanced,
    level: 'high',
    source:
      'itsme OpenID Connect documentation, acr_values: acr_advanced forces the code. Notified by Belgium at level high in 2019 (Regulation (EU) 910/2014, article 9).',
  },
  {
    method: 'app',
    name: {
      nl: 'app met vinger of gezicht',
      fr: 'application avec empreinte ou visage',
      en: 'app with fingerprint or face',
      de: 'App mit Finger oder Gesicht',
    },
    acr: acrBasic,
    level: 'substantial',
    source:
      'itsme OpenID Connect documentation, acr_values: acr_basic leaves the choice between fingerprint, face and code. What was notified as high is the code, so this counts for less.',
  },
];
