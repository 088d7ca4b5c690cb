import type { LevelLine } from '../../levels.ts';

/** The type of personal identification data as SD-JWT VC (PID rulebook of the Architecture and Reference Framework). */
export const pidType = 'urn:eudi:pid:1';

/** `acr` is the type of the credential, whose issuer the settings trust. */
export const eudiLevels: readonly LevelLine[] = [
  {
    method: 'pid',
    name: {
      nl: 'EUDI-wallet, persoonsidentificatiegegevens',
      fr: 'EUDI Wallet, données d’identification personnelle',
      en: 'EUDI Wallet, personal identification data',
      de: 'EUDI-Wallet, Personenidentifizierungsdaten',
    },
    acr: pidType,
    level: 'high',
    source:
      'Regulation (EU) 910/2014 as amended by Regulation (EU) 2024/1183, article 5a(11): wallets are provided under a scheme of level high, as Implementing Regulation (EU) 2015/1502 sets it out. Believed of issuers that the settings trust alone.',
  },
];
