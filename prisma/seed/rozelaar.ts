import type { OrganisationContent } from './content.ts';
import { everyHourOfEveryDay, onWeekdays } from './opening-hours.ts';
import { staffMember } from './staff.ts';
import { dataProtectionAuthority } from './supervisory-authority.ts';
import { rozelaarTheme } from './themes.ts';

/** When a third clerk sits at reception, because that is when most people call. */
const officeHours = [...onWeekdays([1, 2, 3, 4, 5], 8.5, 12), ...onWeekdays([1, 2, 3, 4], 13, 17)];

export const rozelaar: OrganisationContent = {
  slug: 'rozelaar',
  host: 'rozelaar.localhost',
  name: 'Gemeente Rozelaar',
  formOfAddress: 'je',
  timeZone: 'Europe/Brussels',
  languages: ['nl', 'fr', 'en'],
  defaultLanguage: 'nl',
  phone: '051 55 01 20',
  streetLine: 'Spoorplein 11',
  postalCode: '8899',
  city: 'Rozelaar',
  mailFrom: 'Gemeente Rozelaar <balie@rozelaar.example>',
  smsFrom: 'Rozelaar',
  counterHours: {
    counter: {
      nl: 'Maandag tot donderdag van 8.30 tot 12 uur, woensdag ook van 13.30 tot 18 uur, zaterdag van 9 tot 11.30 uur.',
      fr: 'Du lundi au jeudi de 8h30 à 12h, le mercredi aussi de 13h30 à 18h, le samedi de 9h à 11h30.',
      en: 'Monday to Thursday from 8.30 to 12, on Wednesday also from 13.30 to 18, on Saturday from 9 to 11.30.',
      de: 'Montag bis Donnerstag von 8.30 bis 12 Uhr, Mittwoch auch von 13.30 bis 18 Uhr, Samstag von 9 bis 11.30 Uhr.',
    },
    phone: {
      nl: 'Maandag tot vrijdag, van 8.30 tot 12 uur.',
      fr: 'Du lundi au vendredi, de 8h30 à 12h.',
      en: 'Monday to Friday, from 8.30 to 12.',
      de: 'Montag bis Freitag, von 8.30 bis 12 Uhr.',
    },
  },
  privacyContact: {
    officer: {
      name: {
        nl: 'Functionaris voor gegevensbescherming van Gemeente Rozelaar',
        fr: 'Délégué à la protection des données de la commune de Rozelaar',
        en: 'Data protection officer of the Municipality of Rozelaar',
        de: 'Datenschutzbeauftragter der Gemeinde Rozelaar',
      },
      email: 'gegevensbescherming@rozelaar.example',
      phone: '051 55 01 27',
      address: 'Spoorplein 11, 8899 Rozelaar',
    },
    authority: dataProtectionAuthority,
  },
  theme: rozelaarTheme,
  horizonDays: 42,
  locations: [
    {
      slug: 'gemeentehuis',
      name: { nl: 'Gemeentehuis', fr: 'Maison communale', en: 'Town hall', de: 'Gemeindehaus' },
      streetLine: 'Spoorplein 11',
      postalCode: '8899',
      city: 'Rozelaar',
      counterHours: [
        ...onWeekdays([1, 2, 3, 4], 8.5, 12),
        ...onWeekdays([3], 13.5, 18),
        ...onWeekdays([6], 9, 11.5),
      ],
    },
  ],
  teams: [
    {
      slug: 'onthaal',
      name: {
        nl: 'Onthaal en burgerzaken',
        fr: 'Accueil et affaires citoyennes',
        en: 'Reception and citizen affairs',
        de: 'Empfang und Bürgerdienste',
      },
      seats: [
        { name: 'Loket A', position: 1, languages: ['nl', 'fr'], counterAt: 'gemeentehuis' },
        { name: 'Loket B', position: 2, languages: ['nl', 'en'] },
        { name: 'Loket E', position: 3, languages: ['nl'], staffedHours: officeHours },
      ],
      openingHours: everyHourOfEveryDay,
    },
    {
      slug: 'grondgebied',
      name: {
        nl: 'Grondgebied en economie',
        fr: 'Territoire et économie',
        en: 'Land use and economy',
        de: 'Raum und Wirtschaft',
      },
      seats: [{ name: 'Loket C', position: 1, languages: ['nl', 'fr'], counterAt: 'gemeentehuis' }],
      openingHours: everyHourOfEveryDay,
    },
    {
      slug: 'sociaal-huis',
      name: { nl: 'Sociaal Huis', fr: 'Maison sociale', en: 'Social services', de: 'Sozialhaus' },
      seats: [{ name: 'Loket D', position: 1, languages: ['nl', 'fr', 'en'], counterAt: 'gemeentehuis' }],
      openingHours: everyHourOfEveryDay,
    },
  ],
  staff: [
    staffMember('rozelaar.example', 'katrien.deprez', 'Katrien Deprez', ['clerk'], ['onthaal']),
    staffMember('rozelaar.example', 'wout.declercq', 'Wout Declercq', ['clerk'], ['onthaal']),
    staffMember('rozelaar.example', 'stijn.maertens', 'Stijn Maertens', ['clerk'], ['grondgebied']),
    staffMember(
      'rozelaar.example',
      'annelies.soenen',
      'Annelies Soenen',
      ['clerk'],
      ['sociaal-huis', 'onthaal'],
    ),
    staffMember(
      'rozelaar.example',
      'luc.tanghe',
      'Luc Tanghe',
      ['supervisor'],
      ['onthaal', 'grondgebied', 'sociaal-huis'],
    ),
    staffMember('rozelaar.example', 'eline.samyn', 'Eline Samyn', ['privacyOfficer'], []),
    staffMember('rozelaar.example', 'karel.ghekiere', 'Karel Ghekiere', ['administrator'], []),
  ],
};
