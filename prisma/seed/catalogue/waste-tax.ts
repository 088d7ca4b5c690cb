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

export const wasteTax: ServiceContent = {
  slug: 'belasting-huisvuil',
  category: 'hulp-en-belastingen',
  durationMinutes: 15,
  offers: {
    leiebeke: { team: 'belastingen-en-ondernemen', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Belasting op huisvuil',
    fr: 'Taxe sur les déchets ménagers',
    en: 'Household waste tax',
    de: 'Steuer auf Hausmüll',
  },
  summary: {
    nl: 'Een vraag over de afvalbelasting, een korting of betalen in stukken? Wij rekenen het samen na.',
    fr: 'Une question sur la taxe, une réduction ou un paiement échelonné\u00a0? Nous recalculons ensemble.',
    en: 'A question about the waste tax, a discount or paying in parts? We go through it together.',
    de: 'Eine Frage zur Müllsteuer, zu einer Ermäßigung oder zu Raten? Wir rechnen gemeinsam nach.',
  },
  description: {
    nl: 'In het gesprek leggen wij uit waar het bedrag vandaan komt. Wij kijken na of er recht is op een korting of vrijstelling. Klopt het bedrag volgens u niet, dan kunt u bezwaar indienen. Dat moet schriftelijk. De uiterste datum staat op het aanslagbiljet.',
    nlJe: 'In het gesprek leggen wij uit waar het bedrag vandaan komt. Wij kijken na of er recht is op een korting of vrijstelling. Klopt het bedrag volgens jou niet, dan kun je bezwaar indienen. Dat moet schriftelijk. De uiterste datum staat op het aanslagbiljet.',
    fr: 'Pendant l’entretien, nous expliquons d’où vient le montant. Nous vérifions s’il y a droit à une réduction ou une exonération. Si le montant vous semble faux, vous pouvez introduire une réclamation. Elle doit être écrite. La date limite figure sur l’avertissement.',
    en: 'In the conversation we explain where the amount comes from. We check whether there is a right to a discount or exemption. If you think that the amount is wrong, you can object. This has to be in writing. The last date is on the tax bill.',
    de: 'Im Gespräch erklären wir, woher der Betrag kommt. Wir prüfen, ob eine Ermäßigung oder Befreiung möglich ist. Stimmt der Betrag Ihrer Meinung nach nicht, können Sie Einspruch einlegen. Das geht nur schriftlich. Das letzte Datum steht auf dem Steuerbescheid.',
  },
  forWhom: {
    nl: 'wie een aanslagbiljet van de gemeente kreeg',
    fr: 'les personnes qui ont reçu un avertissement de la commune',
    en: 'people who got a tax bill from the municipality',
    de: 'alle, die einen Steuerbescheid der Gemeinde bekommen haben',
  },
  bring: [
    identityCard,
    {
      key: 'tax-bill',
      mayUpload: true,
      icon: 'receipt-text',
      title: {
        nl: 'Het aanslagbiljet',
        fr: 'L’avertissement de paiement',
        en: 'The tax bill',
        de: 'Der Steuerbescheid',
      },
      reason: {
        nl: 'Het nummer erop helpt ons de juiste brief te vinden.',
        fr: 'Son numéro nous aide à trouver la bonne lettre.',
        en: 'The number on it helps us to find the right letter.',
        de: 'Die Nummer darauf hilft uns, den richtigen Brief zu finden.',
      },
    },
    {
      key: 'discount-proof',
      mayUpload: true,
      icon: 'badge-percent',
      title: {
        nl: 'Een bewijs voor de korting',
        fr: 'Une preuve pour la réduction',
        en: 'A proof for the discount',
        de: 'Ein Nachweis für die Ermäßigung',
      },
      reason: {
        nl: 'Alleen bij een vraag om korting. Bijvoorbeeld een attest van het ziekenfonds.',
        fr: 'Seulement pour demander une réduction. Par exemple une attestation de la mutualité.',
        en: 'Only when asking for a discount. For example a statement of the health insurance fund.',
        de: 'Nur wenn es um eine Ermäßigung geht. Zum Beispiel eine Bescheinigung der Krankenkasse.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(
      {
        nl: 'het decreet van 30 mei 2008 over de provincie- en gemeentebelastingen',
        fr: 'le décret flamand du 30 mai 2008 sur les taxes provinciales et communales',
        en: 'the Flemish Decree of 30 May 2008 on provincial and municipal taxes',
        de: 'dem flämischen Dekret vom 30. Mai 2008 über Provinz- und Gemeindesteuern',
      },
      municipalRegulation,
    ),
    purpose: {
      nl: 'De belasting uitleggen en een korting of spreiding bekijken.',
      fr: 'Expliquer la taxe et examiner une réduction ou un étalement.',
      en: 'To explain the tax and to look at a discount or payment in parts.',
      de: 'Die Steuer erklären und eine Ermäßigung oder Ratenzahlung prüfen.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Nummer van het aanslagbiljet en, voor een korting, het bewijs (wij kijken er alleen naar)',
        fr: 'Numéro de l’avertissement et, pour une réduction, la preuve (nous la regardons seulement)',
        en: 'Number of the tax bill and, for a discount, the proof (we only look at it)',
        de: 'Nummer des Steuerbescheids und, für eine Ermäßigung, der Nachweis (wir sehen ihn nur an)',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, noOneElse],
    retentionDays: 90,
  },
  searchTerms: {
    nl: [
      'afval',
      'vuilnis',
      'milieubelasting',
      'aanslagbiljet',
      'huisvuilzak',
      'container',
      'bezwaar',
      'korting',
    ],
    fr: ['poubelle', 'ordures', 'avertissement', 'conteneur', 'réclamation', 'réduction', 'impôt'],
    en: ['rubbish', 'garbage', 'tax bill', 'bin', 'objection', 'discount', 'refuse'],
    de: ['Abfall', 'Müll', 'Steuerbescheid', 'Tonne', 'Einspruch', 'Ermäßigung', 'Müllsteuer'],
  },
};
