import type { LevelLine } from '../../levels.ts';

const means = 'urn:be:vlaanderen:authmech';
const manual = 'Digitaal Vlaanderen, ACM/IDM, OpenID Connect, "Authenticatiemiddelen"';

export const acmIdmLevels: readonly LevelLine[] = [
  {
    method: 'eid',
    name: {
      nl: 'eID met kaartlezer',
      fr: 'eID avec lecteur de carte',
      en: 'eID card in a reader',
      de: 'eID mit Kartenleser',
    },
    acr: `${means}:eid`,
    level: 'high',
    source: `${manual}. The Belgian identity card was notified at level high in 2018 (Regulation (EU) 910/2014, article 9).`,
  },
  {
    method: 'itsme',
    name: { nl: 'itsme', fr: 'itsme', en: 'itsme', de: 'itsme' },
    acr: `${means}:itsme`,
    level: 'high',
    source: `${manual}. Notified by Belgium at level high in 2019.`,
  },
  {
    method: 'totp',
    name: {
      nl: 'code via app',
      fr: 'code par application',
      en: 'code from an app',
      de: 'Code aus einer App',
    },
    acr: `${means}:csamtotp`,
    level: 'substantial',
    source: `${manual}: a password and a code made on the device, activated with an eID.`,
  },
  {
    method: 'sms',
    name: { nl: 'code via sms', fr: 'code par SMS', en: 'code by SMS', de: 'Code per SMS' },
    acr: `${means}:csamsms`,
    level: 'substantial',
    source: `${manual}: a password and a code by SMS, activated with an eID.`,
  },
];
