import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, nameAndContact } from './common.ts';
import { underPublicTask } from './laws.ts';

export const buildingPermit: ServiceContent = {
  slug: 'omgevingsvergunning',
  category: 'verhuizen-en-wonen',
  durationMinutes: 30,
  staffSharePercent: 10,
  offers: {
    leiebeke: { team: 'omgeving', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'grondgebied', feeCents: 0, channels: ['video', 'counter'] },
  },
  name: {
    nl: 'Bouwen en verbouwen (omgevingsvergunning)',
    fr: 'Construire et transformer (permis d’environnement)',
    en: 'Building and renovating (environment permit)',
    de: 'Bauen und umbauen (Umweltgenehmigung)',
  },
  summary: {
    nl: 'Bouwen, verbouwen of een boom vellen? Wij zeggen of er een vergunning nodig is en wat kan.',
    fr: 'Construire, transformer ou abattre un arbre\u00a0? Nous disons s’il faut un permis et ce qui est possible.',
    en: 'Planning to build, renovate or fell a tree? We say whether a permit is needed and what is possible.',
    de: 'Bauen, umbauen oder einen Baum fällen? Wir sagen, ob eine Genehmigung nötig ist und was möglich ist.',
  },
  description: {
    nl: 'In het gesprek bekijken wij de plannen en de regels voor die plek. Wij zeggen of een melding genoeg is, of dat er een architect nodig is. De aanvraag zelf gebeurt online. Wat wij zeggen is advies. De beslissing volgt pas na de aanvraag.',
    fr: 'Pendant l’entretien, nous regardons les plans et les règles pour cet endroit. Nous disons si une notification suffit ou s’il faut un architecte. La demande se fait en ligne. Nous donnons un avis. La décision vient seulement après la demande.',
    en: 'In the conversation we look at the plans and the rules for that place. We say whether a notification is enough, or whether an architect is needed. The application itself is made online. What we say is advice. The decision only follows after the application.',
    de: 'Im Gespräch sehen wir uns die Pläne und die Regeln für diesen Ort an. Wir sagen, ob eine Meldung genügt oder ob ein Architekt nötig ist. Der Antrag selbst wird online gestellt. Was wir sagen, ist eine Beratung. Die Entscheidung folgt erst nach dem Antrag.',
  },
  forWhom: {
    nl: 'wie in onze gemeente wil bouwen, verbouwen of slopen',
    fr: 'les personnes qui veulent construire, transformer ou démolir dans notre commune',
    en: 'people who want to build, renovate or demolish in our municipality',
    de: 'alle, die in unserer Gemeinde bauen, umbauen oder abreißen wollen',
  },
  bring: [
    {
      key: 'building-address',
      icon: 'map-pin',
      title: {
        nl: 'Het adres of perceel',
        fr: 'L’adresse ou la parcelle',
        en: 'The address or plot',
        de: 'Die Adresse oder Parzelle',
      },
      reason: {
        nl: 'Voor elke plek gelden andere regels.',
        fr: 'Les règles changent selon l’endroit.',
        en: 'The rules differ from place to place.',
        de: 'Für jeden Ort gelten andere Regeln.',
      },
    },
    {
      key: 'plan',
      mayUpload: true,
      icon: 'pencil-ruler',
      title: {
        nl: 'Een schets of plan, met maten',
        fr: 'Un croquis ou un plan, avec les mesures',
        en: 'A sketch or plan, with sizes',
        de: 'Eine Skizze oder ein Plan, mit Maßen',
      },
      reason: {
        nl: 'De grootte bepaalt of er een vergunning nodig is. Met de hand getekend mag ook.',
        fr: 'La taille décide s’il faut un permis. Un dessin à la main suffit.',
        en: 'The size decides whether a permit is needed. Drawn by hand is fine.',
        de: 'Die Größe entscheidet, ob eine Genehmigung nötig ist. Von Hand gezeichnet genügt.',
      },
    },
    {
      key: 'photos',
      mayUpload: true,
      icon: 'camera',
      title: {
        nl: 'Enkele foto’s van de plek',
        fr: 'Quelques photos de l’endroit',
        en: 'A few photos of the place',
        de: 'Einige Fotos des Ortes',
      },
      reason: {
        nl: 'Zo zien wij de buren, de straat en de bomen.',
        fr: 'Nous voyons ainsi les voisins, la rue et les arbres.',
        en: 'So that we see the neighbours, the street and the trees.',
        de: 'So sehen wir die Nachbarhäuser, die Straße und die Bäume.',
      },
    },
  ],
  onlineAlternative: {
    text: {
      nl: 'De aanvraag kan volledig online, zonder afspraak. Daar staat ook hoever de aanvraag is.',
      fr: 'La demande se fait entièrement en ligne, sans rendez-vous. Le site montre aussi où en est la demande.',
      en: 'The application can be made wholly online, without an appointment. The site also shows how far it is.',
      de: 'Der Antrag geht ganz online, ohne Termin. Dort steht auch, wie weit der Antrag ist.',
    },
    link: {
      url: 'https://www.omgevingsloket.be/',
      label: {
        nl: 'Omgevingsloket, van de Vlaamse overheid',
        fr: 'Omgevingsloket, des autorités flamandes',
        en: 'Omgevingsloket, of the Flemish government',
        de: 'Omgevingsloket, von den flämischen Behörden',
      },
    },
  },
  privacy: {
    lawfulBasis: underPublicTask(
      {
        nl: 'het decreet van 25 april 2014 over de omgevingsvergunning',
        fr: 'le décret flamand du 25 avril 2014 relatif au permis d’environnement',
        en: 'the Flemish Decree of 25 April 2014 on the environment permit',
        de: 'dem flämischen Dekret vom 25. April 2014 über die Umweltgenehmigung',
      },
      {
        nl: 'de Vlaamse Codex Ruimtelijke Ordening van 15 mei 2009',
        fr: 'le Code flamand de l’aménagement du territoire du 15 mai 2009',
        en: 'the Flemish Spatial Planning Code of 15 May 2009',
        de: 'dem flämischen Raumordnungskodex vom 15. Mai 2009',
      },
    ),
    purpose: {
      nl: 'Advies geven over een bouwplan voor de aanvraag.',
      fr: 'Donner un avis sur un projet avant la demande.',
      en: 'To give advice on a building plan before the application.',
      de: 'Vor dem Antrag zu einem Bauvorhaben beraten.',
    },
    dataAsked: [
      nameAndContact,
      {
        nl: 'Adres of perceel, plannen en foto’s (getoond in het gesprek)',
        fr: 'Adresse ou parcelle, plans et photos (montrés pendant l’entretien)',
        en: 'Address or plot, plans and photos (shown in the conversation)',
        de: 'Adresse oder Parzelle, Pläne und Fotos (im Gespräch gezeigt)',
      },
      freeRemark,
    ],
    recipients: [handlingStaff],
    retentionDays: 90,
  },
  searchTerms: {
    nl: [
      'bouwvergunning',
      'verbouwing',
      'slopen',
      'carport',
      'tuinhuis',
      'veranda',
      'zwembad',
      'boom',
      'architect',
    ],
    fr: [
      'permis de construire',
      'rénovation',
      'démolir',
      'carport',
      'abri de jardin',
      'véranda',
      'piscine',
      'arbre',
    ],
    en: [
      'planning permission',
      'renovation',
      'demolition',
      'carport',
      'garden shed',
      'extension',
      'pool',
      'tree',
    ],
    de: ['Baugenehmigung', 'Umbau', 'Abriss', 'Carport', 'Gartenhaus', 'Wintergarten', 'Schwimmbad', 'Baum'],
  },
};
