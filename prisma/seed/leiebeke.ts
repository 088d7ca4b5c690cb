import type { OrganisationContent } from './content.ts';
import { everyHourOfEveryDay, onWeekdays } from './opening-hours.ts';
import { staffMember } from './staff.ts';
import { dataProtectionAuthority } from './supervisory-authority.ts';
import { leiebekeTheme } from './themes.ts';

export const leiebeke: OrganisationContent = {
  slug: 'leiebeke',
  host: 'leiebeke.localhost',
  name: 'Stad Leiebeke',
  formOfAddress: 'u',
  timeZone: 'Europe/Brussels',
  languages: ['nl', 'fr', 'en', 'de'],
  defaultLanguage: 'nl',
  phone: '09 555 01 20',
  streetLine: 'Graanmarkt 4',
  postalCode: '9899',
  city: 'Leiebeke',
  mailFrom: 'Stad Leiebeke <digitalebalie@leiebeke.example>',
  smsFrom: 'Leiebeke',
  counterHours: {
    counter: {
      nl: 'Maandag tot vrijdag van 9 tot 12 uur, dinsdag ook van 14 tot 19 uur, zaterdag gesloten.',
      fr: 'Du lundi au vendredi de 9 à 12 heures, le mardi aussi de 14 à 19 heures, fermé le samedi.',
      en: 'Monday to Friday from 9 to 12, on Tuesday also from 14 to 19, closed on Saturday.',
      de: 'Montag bis Freitag von 9 bis 12 Uhr, Dienstag auch von 14 bis 19 Uhr, Samstag geschlossen.',
    },
    phone: {
      nl: 'Maandag tot vrijdag, van 9 tot 16 uur.',
      fr: 'Du lundi au vendredi, de 9 à 16 heures.',
      en: 'Monday to Friday, from 9 to 16.',
      de: 'Montag bis Freitag, von 9 bis 16 Uhr.',
    },
  },
  privacyContact: {
    officer: {
      name: {
        nl: 'Functionaris voor gegevensbescherming van Stad Leiebeke',
        fr: 'Délégué à la protection des données de la ville de Leiebeke',
        en: 'Data protection officer of the City of Leiebeke',
        de: 'Datenschutzbeauftragter der Stadt Leiebeke',
      },
      email: 'privacy@leiebeke.example',
      phone: '09 555 01 29',
      address: 'Graanmarkt 4, 9899 Leiebeke',
    },
    authority: dataProtectionAuthority,
  },
  theme: leiebekeTheme,
  horizonDays: 60,
  locations: [
    {
      slug: 'stadhuis',
      name: { nl: 'Stadhuis', fr: 'Hôtel de ville', en: 'City hall', de: 'Rathaus' },
      streetLine: 'Graanmarkt 4',
      postalCode: '9899',
      city: 'Leiebeke',
      counterHours: [...onWeekdays([1, 2, 3, 4, 5], 9, 12), ...onWeekdays([2], 14, 19)],
    },
    {
      slug: 'welzijnshuis',
      name: {
        nl: 'Welzijnshuis De Brug',
        fr: 'Maison du bien-être De Brug',
        en: 'Welfare centre De Brug',
        de: 'Sozialzentrum De Brug',
      },
      streetLine: 'Molenstraat 27',
      postalCode: '9899',
      city: 'Leiebeke',
      counterHours: [...onWeekdays([1, 2, 4, 5], 9, 12), ...onWeekdays([2], 14, 18)],
    },
  ],
  teams: [
    {
      slug: 'burgerzaken',
      name: { nl: 'Burgerzaken', fr: 'Affaires citoyennes', en: 'Citizen affairs', de: 'Bürgerdienste' },
      seats: [
        { name: 'Balie 1', position: 1, languages: ['nl', 'fr', 'en'], counterAt: 'stadhuis' },
        { name: 'Balie 2', position: 2, languages: ['nl', 'fr', 'de'], counterAt: 'stadhuis' },
        { name: 'Balie 3', position: 3, languages: ['nl', 'en'] },
      ],
      openingHours: everyHourOfEveryDay,
      walkInHours: everyHourOfEveryDay,
      walkInChannels: ['video', 'chat'],
      walkInOpening: {
        nl: 'Stel gerust uw vraag. Voor een adres, een attest of uw identiteitskaart helpen wij u hier meteen. Schrijf geen rijksregisternummer: moeten wij weten wie u bent, dan vragen wij dat apart.',
        nlJe: 'Stel gerust je vraag. Voor een adres, een attest of je identiteitskaart helpen wij je hier meteen. Schrijf geen rijksregisternummer: moeten wij weten wie je bent, dan vragen wij dat apart.',
        fr: 'Posez votre question. Pour une adresse, une attestation ou votre carte d’identité, nous vous aidons tout de suite. N’écrivez pas de numéro de registre national : si nous devons savoir qui vous êtes, nous le demandons à part.',
        en: 'Ask your question. For an address, a certificate or your identity card we help you here at once. Do not write a national register number: if we need to know who you are, we ask that separately.',
        de: 'Stellen Sie Ihre Frage. Bei einer Adresse, einer Bescheinigung oder Ihrem Personalausweis helfen wir Ihnen hier sofort. Schreiben Sie keine Nationalregisternummer: Müssen wir wissen, wer Sie sind, fragen wir das getrennt.',
      },
    },
    {
      slug: 'omgeving',
      name: {
        nl: 'Omgeving en mobiliteit',
        fr: 'Environnement et mobilité',
        en: 'Planning and mobility',
        de: 'Umgebung und Mobilität',
      },
      seats: [
        { name: 'Balie 4', position: 1, languages: ['nl', 'fr'], counterAt: 'stadhuis' },
        { name: 'Balie 5', position: 2, languages: ['nl', 'en'] },
      ],
      openingHours: everyHourOfEveryDay,
    },
    {
      slug: 'welzijn',
      name: { nl: 'Welzijn', fr: 'Bien-être', en: 'Welfare', de: 'Soziales' },
      seats: [
        { name: 'Balie 6', position: 1, languages: ['nl', 'fr', 'en'], counterAt: 'welzijnshuis' },
        { name: 'Balie 7', position: 2, languages: ['nl'] },
      ],
      openingHours: everyHourOfEveryDay,
    },
    {
      slug: 'belastingen-en-ondernemen',
      name: {
        nl: 'Belastingen en ondernemen',
        fr: 'Taxes et entreprises',
        en: 'Taxes and business',
        de: 'Steuern und Unternehmen',
      },
      seats: [{ name: 'Balie 8', position: 1, languages: ['nl', 'fr'], counterAt: 'stadhuis' }],
      openingHours: everyHourOfEveryDay,
    },
  ],
  staff: [
    staffMember('leiebeke.example', 'mieke.verstraete', 'Mieke Verstraete', ['clerk'], ['burgerzaken']),
    staffMember('leiebeke.example', 'jonas.lootens', 'Jonas Lootens', ['clerk'], ['burgerzaken']),
    staffMember(
      'leiebeke.example',
      'samira.bouzid',
      'Samira Bouzid',
      ['clerk'],
      ['burgerzaken', 'belastingen-en-ondernemen'],
    ),
    staffMember('leiebeke.example', 'pieter-jan.claerhout', 'Pieter-Jan Claerhout', ['clerk'], ['omgeving']),
    staffMember('leiebeke.example', 'hanne.goethals', 'Hanne Goethals', ['clerk'], ['omgeving']),
    staffMember('leiebeke.example', 'leen.vanhecke', 'Leen Van Hecke', ['clerk'], ['welzijn']),
    staffMember('leiebeke.example', 'ilse.dhaene', 'Ilse D’haene', ['clerk'], ['welzijn']),
    staffMember(
      'leiebeke.example',
      'dries.baeyens',
      'Dries Baeyens',
      ['clerk'],
      ['belastingen-en-ondernemen'],
    ),
    staffMember(
      'leiebeke.example',
      'griet.vandewalle',
      'Griet Vandewalle',
      ['supervisor'],
      ['burgerzaken', 'omgeving', 'welzijn', 'belastingen-en-ondernemen'],
    ),
    staffMember('leiebeke.example', 'bart.heyvaert', 'Bart Heyvaert', ['privacyOfficer'], []),
    staffMember('leiebeke.example', 'tom.lievens', 'Tom Lievens', ['administrator'], []),
  ],
};
