import type { ServiceContent } from '../content.ts';
import {
  freeRemark,
  handlingStaff,
  identityCard,
  identityShown,
  nameAndContact,
  noOneElse,
} from './common.ts';
import { municipalRegulation, underPublicTask } from './laws.ts';

export const marketStall: ServiceContent = {
  slug: 'standplaats-op-de-markt',
  category: 'ondernemen-en-verenigen',
  durationMinutes: 20,
  offers: {
    leiebeke: { team: 'belastingen-en-ondernemen', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'grondgebied', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Standplaats op de markt',
    fr: 'Emplacement sur le marché',
    en: 'Stall on the market',
    de: 'Standplatz auf dem Markt',
  },
  summary: {
    nl: 'Een kraam op de wekelijkse markt, vast of voor één keer. Wij bekijken welke plaats vrij is.',
    fr: 'Un étal sur le marché hebdomadaire, fixe ou pour une fois. Nous voyons quelle place est libre.',
    en: 'A stall on the weekly market, fixed or for one time. We look at which place is free.',
    de: 'Ein Stand auf dem Wochenmarkt, fest oder für ein Mal. Wir sehen nach, welcher Platz frei ist.',
  },
  description: {
    nl: 'In het gesprek bekijken wij wat er verkocht wordt, hoe lang het kraam is en of er stroom nodig is. Een vaste plaats heet een abonnement. Is er geen plaats vrij, dan komt de vraag op de wachtlijst. De prijs van een plaats hangt af van de lengte.',
    fr: 'Pendant l’entretien, nous voyons ce qui est vendu, la longueur de l’étal et s’il faut du courant. Une place fixe s’appelle un abonnement. Si rien n’est libre, la demande va sur la liste d’attente. Le prix d’une place dépend de la longueur.',
    en: 'In the conversation we look at what is sold, how long the stall is and whether power is needed. A fixed place is called a subscription. If no place is free, the request goes on the waiting list. The price of a place depends on its length.',
    de: 'Im Gespräch klären wir, was verkauft wird, wie lang der Stand ist und ob Strom nötig ist. Ein fester Platz heißt Abonnement. Ist nichts frei, kommt das Anliegen auf die Warteliste. Der Preis eines Platzes hängt von der Länge ab.',
  },
  forWhom: {
    nl: 'ondernemers met een ondernemingsnummer',
    fr: 'les entrepreneurs qui ont un numéro d’entreprise',
    en: 'traders with an enterprise number',
    de: 'Unternehmer mit einer Unternehmensnummer',
  },
  bring: [
    identityCard,
    {
      // In Flanders the number replaced the hawker's card on 1 April 2024.
      key: 'enterprise-number',
      icon: 'building-2',
      title: {
        nl: 'Het ondernemingsnummer',
        fr: 'Le numéro d’entreprise',
        en: 'The enterprise number',
        de: 'Die Unternehmensnummer',
      },
      reason: {
        nl: 'Daarmee zien wij of de onderneming op markten mag verkopen.',
        fr: 'Il nous montre si l’entreprise peut vendre sur les marchés.',
        en: 'It shows us whether the enterprise may sell on markets.',
        de: 'Damit sehen wir, ob das Unternehmen auf Märkten verkaufen darf.',
      },
    },
    {
      key: 'stall',
      icon: 'ruler',
      title: {
        nl: 'De maten van het kraam, en een foto',
        fr: 'Les mesures de l’étal, et une photo',
        en: 'The size of the stall, and a photo',
        de: 'Die Maße des Stands, und ein Foto',
      },
      reason: {
        nl: 'Zo weten wij of het past, en of er stroom bij moet.',
        fr: 'Nous savons ainsi s’il y a assez de place, et s’il faut du courant.',
        en: 'So that we know whether it fits, and whether it needs power.',
        de: 'So wissen wir, ob er passt, und ob Strom nötig ist.',
      },
    },
    {
      key: 'insurance',
      mayUpload: true,
      icon: 'shield-check',
      title: {
        nl: 'Het bewijs van verzekering',
        fr: 'La preuve d’assurance',
        en: 'The proof of insurance',
        de: 'Der Nachweis der Versicherung',
      },
      reason: {
        nl: 'Dat is nodig als er een ongeval gebeurt met het kraam.',
        fr: 'Elle est nécessaire en cas d’accident avec l’étal.',
        en: 'It is needed in case of an accident with the stall.',
        de: 'Er ist nötig, falls mit dem Stand ein Unfall passiert.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(
      {
        nl: 'de wet van 25 juni 1993 over ambulante en kermisactiviteiten',
        fr: 'la loi du 25 juin 1993 sur les activités ambulantes et foraines',
        en: 'the Act of 25 June 1993 on itinerant trade and fairground activities',
        de: 'dem Gesetz vom 25. Juni 1993 über ambulante Tätigkeiten und Kirmesaktivitäten',
      },
      municipalRegulation,
    ),
    purpose: {
      nl: 'Een plaats op de markt toekennen of op de wachtlijst zetten.',
      fr: 'Attribuer une place sur le marché ou inscrire sur la liste d’attente.',
      en: 'To allot a place on the market or put the request on the waiting list.',
      de: 'Einen Platz auf dem Markt vergeben oder auf die Warteliste setzen.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Ondernemingsnummer, wat er verkocht wordt, maten van het kraam en verzekering',
        fr: 'Numéro d’entreprise, produits vendus, mesures de l’étal et assurance',
        en: 'Enterprise number, what is sold, size of the stall and insurance',
        de: 'Unternehmensnummer, Waren, Maße des Stands und Versicherung',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, noOneElse],
    retentionDays: 90,
  },
  searchTerms: {
    nl: [
      'marktkramer',
      'kraam',
      'leurkaart',
      'ambulante handel',
      'foodtruck',
      'wekelijkse markt',
      'verkopen',
    ],
    fr: ['marchand ambulant', 'étal', 'marché hebdomadaire', 'commerce ambulant', 'foodtruck', 'vendre'],
    en: ['market trader', 'street trade', 'food truck', 'weekly market', 'sell', 'business', 'stand'],
    de: ['Markthändler', 'Marktstand', 'Wanderhandel', 'Foodtruck', 'Wochenmarkt', 'verkaufen'],
  },
};
