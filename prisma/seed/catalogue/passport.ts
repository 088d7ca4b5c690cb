import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, identityCard, identityShown, nameAndContact } from './common.ts';
import { underPublicTask } from './laws.ts';

export const passport: ServiceContent = {
  slug: 'reispas-voorbereiden',
  category: 'identiteit-en-reizen',
  durationMinutes: 10,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Reispas voorbereiden',
    fr: 'Préparer un passeport',
    en: 'Prepare a passport',
    de: 'Reisepass vorbereiten',
  },
  summary: {
    nl: 'Op reis buiten de Europese Unie? Wij kijken na of een reispas nodig is en wat die kost.',
    fr: 'Un voyage hors de l’Union européenne\u00a0? Nous voyons s’il faut un passeport et ce qu’il coûte.',
    en: 'Travelling outside the European Union? We check whether a passport is needed and what it costs.',
    de: 'Eine Reise außerhalb der Europäischen Union? Wir prüfen, ob ein Reisepass nötig ist und was er kostet.',
  },
  description: {
    nl: 'Het gesprek is gratis. Wij bekijken de reisdatum en hoelang de aanvraag duurt. Ook voor kinderen zeggen wij wat er nodig is. Voor foto, vingerafdrukken en handtekening is daarna één bezoek aan het loket nodig.',
    fr: 'L’entretien est gratuit. Nous regardons la date du voyage et le délai de la demande. Pour les enfants aussi, nous disons ce qu’il faut. Ensuite, une visite au guichet est nécessaire pour la photo, les empreintes et la signature.',
    en: 'The conversation is free. We look at the travel date and how long an application takes. For children too we say what is needed. After that one visit to the counter is needed for photo, fingerprints and signature.',
    de: 'Das Gespräch ist kostenlos. Wir sehen uns das Reisedatum an und wie lange ein Antrag dauert. Auch für Kinder sagen wir, was nötig ist. Danach ist ein Besuch am Schalter nötig, für Foto, Fingerabdrücke und Unterschrift.',
  },
  forWhom: {
    nl: 'Belgen die in onze gemeente ingeschreven zijn',
    fr: 'les Belges inscrits dans notre commune',
    en: 'Belgians who are registered in our municipality',
    de: 'Belgier, die in unserer Gemeinde gemeldet sind',
  },
  bring: [
    identityCard,
    {
      key: 'travel-date',
      icon: 'plane',
      title: {
        nl: 'Het land en de datum van de reis',
        fr: 'Le pays et la date du voyage',
        en: 'The country and date of travel',
        de: 'Das Land und das Datum der Reise',
      },
      reason: {
        nl: 'Zo weten wij of het snel moet gaan. Een dringende aanvraag kost meer.',
        fr: 'Nous savons ainsi si c’est urgent. Une demande urgente coûte plus cher.',
        en: 'So that we know if it is urgent. An urgent application costs more.',
        de: 'So wissen wir, ob es eilt. Ein eiliger Antrag kostet mehr.',
      },
    },
    {
      key: 'old-passport',
      icon: 'book-open-text',
      title: {
        nl: 'De oude reispas',
        fr: 'L’ancien passeport',
        en: 'The old passport',
        de: 'Der alte Reisepass',
      },
      reason: {
        nl: 'Alleen als er een is. Wij kijken na tot wanneer die geldt.',
        fr: 'Seulement s’il y en a un. Nous vérifions jusqu’à quand il est valable.',
        en: 'Only if there is one. We check until when it is valid.',
        de: 'Nur wenn es einen gibt. Wir prüfen, bis wann er gilt.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask({
      nl: 'het Consulair Wetboek van 21 december 2013',
      fr: 'le Code consulaire du 21 décembre 2013',
      en: 'the Consular Code of 21 December 2013',
      de: 'dem Konsulargesetzbuch vom 21. Dezember 2013',
    }),
    purpose: {
      nl: 'Informatie geven over reispassen en de aanvraag voorbereiden.',
      fr: 'Informer sur les passeports et préparer la demande.',
      en: 'To inform about passports and to prepare the application.',
      de: 'Über Reisepässe informieren und den Antrag vorbereiten.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Land en datum van de reis',
        fr: 'Pays et date du voyage',
        en: 'Country and date of travel',
        de: 'Land und Datum der Reise',
      },
      freeRemark,
    ],
    recipients: [
      handlingStaff,
      {
        nl: 'De federale overheidsdienst Buitenlandse Zaken, zodra een aanvraag volgt',
        fr: 'Le Service public fédéral Affaires étrangères, dès qu’une demande suit',
        en: 'The Federal Public Service Foreign Affairs, as soon as an application follows',
        de: 'Der Föderale Öffentliche Dienst Auswärtige Angelegenheiten, sobald ein Antrag folgt',
      },
    ],
    retentionDays: 60,
  },
  searchTerms: {
    nl: [
      'paspoort',
      'internationaal paspoort',
      'reizen',
      'vliegen',
      'visum',
      'vakantie',
      'internationale reispas',
    ],
    fr: ['voyager', 'visa', 'vacances', 'avion', 'document de voyage', 'étranger'],
    en: ['travel', 'visa', 'holiday', 'flight', 'travel document', 'abroad', 'travel pass'],
    de: ['Pass', 'reisen', 'Visum', 'Urlaub', 'Flug', 'Reisedokument', 'Ausland'],
  },
};
