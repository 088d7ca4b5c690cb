import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, identityShown, nameAndContact, noOneElse } from './common.ts';
import { underPublicTask } from './laws.ts';

export const socialAdvice: ServiceContent = {
  slug: 'sociaal-advies',
  category: 'hulp-en-belastingen',
  durationMinutes: 45,
  staffSharePercent: 20,
  offers: {
    leiebeke: { team: 'welzijn', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'sociaal-huis', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Sociaal advies',
    fr: 'Conseil social',
    en: 'Social advice',
    de: 'Soziale Beratung',
  },
  summary: {
    nl: 'Zorgen over geld, huur, energie of zorg? Een maatschappelijk werker luistert en zoekt mee naar een oplossing.',
    fr: 'Des soucis d’argent, de loyer, d’énergie ou de soins\u00a0? Un assistant social écoute et cherche une solution avec vous.',
    en: 'Worries about money, rent, energy or care? A social worker listens and looks for a solution with you.',
    de: 'Sorgen wegen Geld, Miete, Energie oder Pflege? Eine Sozialarbeiterin oder ein Sozialarbeiter hört zu und sucht eine Lösung.',
  },
  description: {
    nl: 'Het gesprek blijft onder ons: onze medewerkers hebben beroepsgeheim. Eerst kijken wij wat er aan de hand is en wat dringend is. Daarna spreken wij af wie wat doet. Een vertrouwenspersoon mag mee in het gesprek. De camera mag uit blijven.',
    fr: 'L’entretien reste entre nous, nos agents sont tenus au secret professionnel. Nous voyons d’abord la situation et ce qui est urgent. Ensuite, nous convenons de qui fait quoi. Une personne de confiance peut participer. La caméra peut rester éteinte.',
    en: 'The conversation stays between us: our staff are bound by professional secrecy. First we look at what is going on and what is urgent. Then we agree on who does what. Somebody you trust may take part. The camera may stay off.',
    de: 'Das Gespräch bleibt unter uns: Unsere Mitarbeitenden haben Schweigepflicht. Zuerst klären wir, was los ist und was dringend ist. Danach vereinbaren wir, wer was tut. Eine Vertrauensperson darf dabei sein. Die Kamera darf aus bleiben.',
  },
  forWhom: {
    nl: 'iedereen die in onze gemeente verblijft',
    fr: 'toutes les personnes qui séjournent dans notre commune',
    en: 'everybody who stays in our municipality',
    de: 'alle, die sich in unserer Gemeinde aufhalten',
  },
  bring: [
    {
      key: 'letters-and-bills',
      mayUpload: true,
      icon: 'receipt-text',
      title: {
        nl: 'Brieven en rekeningen waarover het gaat',
        fr: 'Les lettres et factures concernées',
        en: 'The letters and bills it is about',
        de: 'Die Briefe und Rechnungen, um die es geht',
      },
      reason: {
        nl: 'Alleen wat nodig is voor deze vraag. Dan zien wij wat dringend is.',
        fr: 'Seulement ce qui concerne cette question. Nous voyons alors ce qui est urgent.',
        en: 'Only what is needed for this question. Then we see what is urgent.',
        de: 'Nur was für diese Frage nötig ist. Dann sehen wir, was dringend ist.',
      },
    },
    {
      key: 'income',
      icon: 'euro',
      title: {
        nl: 'Een idee van inkomsten en uitgaven',
        fr: 'Une idée des revenus et des dépenses',
        en: 'An idea of income and expenses',
        de: 'Ein Überblick über Einkommen und Ausgaben',
      },
      reason: {
        nl: 'Alleen bij vragen over geld. Sommige hulp hangt af van het inkomen.',
        fr: 'Seulement pour les questions d’argent. Certaines aides dépendent du revenu.',
        en: 'Only for questions about money. Some support depends on income.',
        de: 'Nur bei Fragen zu Geld. Manche Hilfe hängt vom Einkommen ab.',
      },
    },
  ],
  onlineAlternative: {
    text: {
      nl: 'Online staat een lijst van premies, kortingen en hulp. Daar is geen afspraak of naam voor nodig.',
      fr: 'Une liste de primes, de réductions et d’aides se trouve en ligne, en néerlandais. Sans rendez-vous et sans nom.',
      en: 'A list of benefits, discounts and support is online, in Dutch. It takes no appointment and no name.',
      de: 'Eine Liste der Zuschüsse, Ermäßigungen und Hilfen steht online, auf Niederländisch. Ohne Termin und ohne Namen.',
    },
    link: {
      url: 'https://www.rechtenverkenner.be/',
      label: {
        nl: 'Rechtenverkenner, van de Vlaamse overheid',
        fr: 'Rechtenverkenner, des autorités flamandes',
        en: 'Rechtenverkenner, of the Flemish government',
        de: 'Rechtenverkenner, von den flämischen Behörden',
      },
    },
  },
  privacy: {
    lawfulBasis: underPublicTask({
      nl: 'de organieke wet van 8 juli 1976 over de openbare centra voor maatschappelijk welzijn, artikelen 57 en 60',
      fr: 'la loi organique du 8 juillet 1976 des centres publics d’action sociale, articles 57 et 60',
      en: 'the Organic Act of 8 July 1976 on public centres for social welfare, articles 57 and 60',
      de: 'dem Grundlagengesetz vom 8. Juli 1976 über die öffentlichen Sozialhilfezentren, Artikel 57 und 60',
    }),
    purpose: {
      nl: 'Advies geven en bekijken welke hulp mogelijk is.',
      fr: 'Donner un conseil et voir quelle aide est possible.',
      en: 'To give advice and see which support is possible.',
      de: 'Beraten und klären, welche Hilfe möglich ist.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Wat nodig is voor deze vraag, verteld in het gesprek. Bij de afspraak vragen wij niets over gezondheid of inkomen.',
        fr: 'Ce qui est utile pour cette question, dit pendant l’entretien. Lors du rendez-vous pris en ligne, nous ne demandons rien sur la santé ou le revenu.',
        en: 'What is needed for this question, told in the conversation. When booking we ask nothing about health or income.',
        de: 'Was für diese Frage nötig ist, im Gespräch erzählt. Bei der Buchung fragen wir nichts über Gesundheit oder Einkommen.',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, noOneElse],
    retentionDays: 30,
  },
  searchTerms: {
    nl: [
      'ocmw',
      'sociaal huis',
      'schulden',
      'leefloon',
      'huur',
      'energie',
      'armoede',
      'maatschappelijk werker',
      'hulp',
    ],
    fr: [
      'cpas',
      'dettes',
      'revenu d’intégration',
      'loyer',
      'énergie',
      'pauvreté',
      'assistant social',
      'aide',
    ],
    en: [
      'ocmw',
      'debts',
      'living wage',
      'rent',
      'energy bill',
      'poverty',
      'social worker',
      'help',
      'benefits',
    ],
    de: [
      'öshz',
      'Schulden',
      'Eingliederungseinkommen',
      'Miete',
      'Energie',
      'Armut',
      'Sozialarbeiter',
      'Hilfe',
    ],
  },
};
