import type { PrivacyContact } from './content.ts';

/** The Belgian authority to complain to (GDPR art. 77). */
export const dataProtectionAuthority: PrivacyContact['authority'] = {
  name: {
    nl: 'Gegevensbeschermingsautoriteit',
    fr: 'Autorité de protection des données',
    en: 'Data Protection Authority',
    de: 'Datenschutzbehörde',
  },
  address: {
    nl: 'Drukpersstraat 35, 1000 Brussel',
    fr: 'Rue de la Presse 35, 1000 Bruxelles',
    en: 'Rue de la Presse 35, 1000 Brussels',
    de: 'Rue de la Presse 35, 1000 Brüssel',
  },
  phone: '02 274 48 00',
  website: {
    nl: 'https://www.gegevensbeschermingsautoriteit.be/',
    fr: 'https://www.autoriteprotectiondonnees.be/',
    en: 'https://www.dataprotectionauthority.be/',
    de: 'https://www.datenschutzbehorde.be/',
  },
};
