import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, nameAndContact, noOneElse } from './common.ts';
import { municipalRegulation, underPublicTask } from './laws.ts';

export const associationGrant: ServiceContent = {
  slug: 'subsidie-vrijwilligerswerk',
  category: 'ondernemen-en-verenigen',
  durationMinutes: 25,
  offers: {
    leiebeke: { team: 'welzijn', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'sociaal-huis', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Subsidie voor vrijwilligers en verenigingen',
    fr: 'Subside pour bénévoles et associations',
    en: 'Grant for volunteers and associations',
    de: 'Zuschuss für Freiwillige und Vereine',
  },
  summary: {
    nl: 'Een buurtfeest, een club of een goed idee? Wij bekijken of de gemeente geld kan geven.',
    fr: 'Une fête de quartier, un club ou une bonne idée\u00a0? Nous voyons si la commune peut donner de l’argent.',
    en: 'A street party, a club or a good idea? We look at whether the municipality can give money.',
    de: 'Ein Straßenfest, ein Verein oder eine gute Idee? Wir prüfen, ob die Gemeinde Geld geben kann.',
  },
  description: {
    nl: 'In het gesprek bekijken wij het plan en het budget. Wij zeggen welke subsidie past en vullen de aanvraag samen in. Het college van burgemeester en schepenen beslist. Achteraf vragen wij een kort verslag en de rekeningen.',
    fr: 'Pendant l’entretien, nous regardons le projet et le budget. Nous disons quel subside convient et remplissons la demande ensemble. Le collège des bourgmestre et échevins décide. Après, nous demandons un court rapport et les factures.',
    en: 'In the conversation we look at the plan and the budget. We say which grant fits and fill in the application together. The college of mayor and aldermen decides. Afterwards we ask for a short report and the bills.',
    de: 'Im Gespräch sehen wir uns den Plan und das Budget an. Wir sagen, welcher Zuschuss passt, und füllen den Antrag gemeinsam aus. Das Bürgermeister- und Schöffenkollegium entscheidet. Danach bitten wir um einen kurzen Bericht und die Rechnungen.',
  },
  forWhom: {
    nl: 'verenigingen en groepen buren uit onze gemeente',
    fr: 'les associations et groupes de voisins de notre commune',
    en: 'associations and groups of neighbours in our municipality',
    de: 'Vereine und Nachbarschaftsgruppen aus unserer Gemeinde',
  },
  bring: [
    {
      key: 'plan',
      mayUpload: true,
      icon: 'lightbulb',
      title: {
        nl: 'Het plan, in enkele zinnen',
        fr: 'Le projet, en quelques phrases',
        en: 'The plan, in a few sentences',
        de: 'Der Plan, in wenigen Sätzen',
      },
      reason: {
        nl: 'Zo zien wij welke subsidie past.',
        fr: 'Nous voyons ainsi quel subside convient.',
        en: 'So that we see which grant fits.',
        de: 'So sehen wir, welcher Zuschuss passt.',
      },
    },
    {
      key: 'budget',
      mayUpload: true,
      icon: 'hand-coins',
      title: {
        nl: 'Een lijstje van kosten en inkomsten',
        fr: 'Une liste des dépenses et des recettes',
        en: 'A list of costs and income',
        de: 'Eine Liste der Kosten und Einnahmen',
      },
      reason: {
        nl: 'De gemeente betaalt meestal een deel, niet alles.',
        fr: 'D’habitude, la commune paie une partie, pas tout.',
        en: 'The municipality usually pays a part, not all.',
        de: 'Die Gemeinde zahlt meist einen Teil, nicht alles.',
      },
    },
    {
      key: 'association-number',
      icon: 'users',
      title: {
        nl: 'Het nummer van de vereniging',
        fr: 'Le numéro de l’association',
        en: 'The number of the association',
        de: 'Die Nummer des Vereins',
      },
      reason: {
        nl: 'Alleen als er een is. Een groep buren heeft er geen nodig.',
        fr: 'Seulement s’il y en a un. Un groupe de voisins n’en a pas besoin.',
        en: 'Only if there is one. A group of neighbours does not need any.',
        de: 'Nur wenn es eine gibt. Eine Nachbarschaftsgruppe braucht keine.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(
      {
        nl: 'de wet van 14 november 1983 over de controle op sommige toelagen',
        fr: 'la loi du 14 novembre 1983 relative au contrôle de certaines subventions',
        en: 'the Act of 14 November 1983 on the control of certain grants',
        de: 'dem Gesetz vom 14. November 1983 über die Kontrolle bestimmter Zuschüsse',
      },
      municipalRegulation,
    ),
    purpose: {
      nl: 'Advies geven over subsidies en de aanvraag voorbereiden.',
      fr: 'Conseiller sur les subsides et préparer la demande.',
      en: 'To advise on grants and to prepare the application.',
      de: 'Zu Zuschüssen beraten und den Antrag vorbereiten.',
    },
    dataAsked: [
      nameAndContact,
      {
        nl: 'Naam en nummer van de vereniging, het plan en het budget',
        fr: 'Nom et numéro de l’association, projet et budget',
        en: 'Name and number of the association, the plan and the budget',
        de: 'Name und Nummer des Vereins, Plan und Budget',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, noOneElse],
    retentionDays: 90,
  },
  searchTerms: {
    nl: [
      'toelage',
      'vereniging',
      'vzw',
      'buurtfeest',
      'vrijwilliger',
      'club',
      'geld',
      'sportclub',
      'evenement',
    ],
    fr: [
      'subvention',
      'asbl',
      'association',
      'fête de quartier',
      'volontaire',
      'club',
      'argent',
      'événement',
    ],
    en: ['subsidy', 'funding', 'volunteering', 'club', 'street party', 'non-profit', 'money', 'event'],
    de: ['Förderung', 'Subvention', 'Verein', 'Ehrenamt', 'Straßenfest', 'Geld', 'Veranstaltung'],
  },
};
