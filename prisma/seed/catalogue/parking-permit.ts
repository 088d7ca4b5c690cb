import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, identityCard, identityShown, nameAndContact } from './common.ts';
import { municipalRegulation, underPublicTask } from './laws.ts';

export const parkingPermit: ServiceContent = {
  slug: 'bewonerskaart-parkeren',
  category: 'auto-en-parkeren',
  durationMinutes: 10,
  offers: {
    leiebeke: { team: 'omgeving', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 1500, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Bewonerskaart om te parkeren',
    fr: 'Carte de riverain pour le stationnement',
    en: 'Resident’s parking permit',
    de: 'Anwohnerparkausweis',
  },
  summary: {
    nl: 'Parkeren in de eigen straat, zonder parkeerschijf of ticket. De kaart staat op de nummerplaat.',
    fr: 'Stationner dans sa rue, sans disque ni ticket. La carte est liée à la plaque.',
    en: 'Park in your own street, without a disc or ticket. The permit is linked to the number plate.',
    de: 'In der eigenen Straße parken, ohne Parkscheibe oder Parkschein. Der Ausweis gilt für das Kennzeichen.',
  },
  description: {
    nl: 'Wij kijken in het gesprek na in welke zone het adres ligt en hoeveel kaarten er nog kunnen. De kaart is digitaal: wie controleert, leest de nummerplaat. Een tweede kaart kan duurder zijn.',
    fr: 'Pendant l’entretien, nous vérifions la zone de l’adresse et le nombre de cartes encore possibles. La carte est numérique, le contrôleur lit la plaque. Une deuxième carte peut coûter plus cher.',
    en: 'In the conversation we check in which zone the address lies and how many permits are still possible. The permit is digital: inspectors read the number plate. A second permit may cost more.',
    de: 'Im Gespräch prüfen wir, in welcher Zone die Adresse liegt und wie viele Ausweise noch möglich sind. Der Ausweis ist digital: Kontrolliert wird das Kennzeichen. Ein zweiter Ausweis kann teurer sein.',
  },
  forWhom: {
    nl: 'wie ingeschreven is in een straat met betaald of beperkt parkeren',
    fr: 'les personnes inscrites dans une rue à stationnement payant ou limité',
    en: 'people registered in a street with paid or limited parking',
    de: 'Personen, die in einer Straße mit bezahltem oder begrenztem Parken gemeldet sind',
  },
  bring: [
    identityCard,
    {
      key: 'number-plate',
      icon: 'square-parking',
      title: {
        nl: 'De nummerplaat van de auto',
        fr: 'La plaque de la voiture',
        en: 'The number plate of the car',
        de: 'Das Kennzeichen des Autos',
      },
      reason: {
        nl: 'De kaart geldt alleen voor die nummerplaat.',
        fr: 'La carte vaut seulement pour cette plaque.',
        en: 'The permit is valid for that number plate only.',
        de: 'Der Ausweis gilt nur für dieses Kennzeichen.',
      },
    },
    {
      key: 'company-car',
      mayUpload: true,
      icon: 'file-check',
      title: {
        nl: 'Een attest van de werkgever of leasefirma',
        fr: 'Une attestation de l’employeur ou de la firme de leasing',
        en: 'A statement of the employer or leasing firm',
        de: 'Eine Bescheinigung von Arbeitgeber oder Leasingfirma',
      },
      reason: {
        nl: 'Alleen als de auto niet op de eigen naam staat.',
        fr: 'Seulement si la voiture n’est pas à votre nom.',
        en: 'Only if the car is not in your own name.',
        de: 'Nur wenn das Auto nicht auf den eigenen Namen läuft.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(municipalRegulation),
    purpose: {
      nl: 'Nakijken of een bewonerskaart kan, en ze geven.',
      fr: 'Vérifier si une carte de riverain est possible, et la donner.',
      en: 'To check whether a permit is possible, and to give it.',
      de: 'Prüfen, ob ein Ausweis möglich ist, und ihn ausstellen.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Adres en nummerplaat',
        fr: 'Adresse et numéro de plaque',
        en: 'Address and number plate',
        de: 'Adresse und Kennzeichen',
      },
      freeRemark,
    ],
    recipients: [
      handlingStaff,
      {
        nl: 'De parkeerwachters, die alleen de nummerplaat zien',
        fr: 'Les contrôleurs du stationnement, qui voient seulement la plaque',
        en: 'The parking inspectors, who see only the number plate',
        de: 'Die Parkkontrolle, die nur das Kennzeichen sieht',
      },
    ],
    retentionDays: 90,
  },
  searchTerms: {
    nl: ['parkeerkaart', 'parkeervergunning', 'parkeren', 'blauwe zone', 'nummerplaat', 'wagen', 'auto'],
    fr: ['carte de stationnement', 'parking', 'zone bleue', 'plaque', 'voiture', 'riverains'],
    en: ['parking card', 'parking', 'blue zone', 'car', 'licence plate', 'residents'],
    de: ['Parkkarte', 'Parken', 'blaue Zone', 'Nummernschild', 'Auto', 'Bewohner'],
  },
};
