import type { ServiceContent } from '../content.ts';
import {
  freeRemark,
  handlingStaff,
  identification,
  identityCard,
  identityShown,
  myDossier,
  nameAndContact,
  noOneElse,
} from './common.ts';
import { populationRegistersAct, underPublicTask } from './laws.ts';

export const familyCertificate: ServiceContent = {
  slug: 'attest-gezinssamenstelling',
  category: 'gezin-en-levensloop',
  durationMinutes: 10,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 500, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Attest gezinssamenstelling',
    fr: 'Composition de ménage',
    en: 'Certificate of family composition',
    de: 'Bescheinigung der Haushaltszusammensetzung',
  },
  summary: {
    nl: 'Een attest waarop staat wie er op één adres samen woont. Soms vraagt een dienst of school ernaar.',
    fr: 'Une attestation qui dit qui habite ensemble à une adresse. Parfois, un service ou une école la demande.',
    en: 'A certificate that says who lives together at one address. Sometimes an office or a school asks for it.',
    de: 'Eine Bescheinigung darüber, wer unter einer Adresse zusammen wohnt. Manchmal verlangt ein Amt oder eine Schule sie.',
  },
  description: {
    nl: 'Wij kijken in het gesprek samen na wie op het attest moet staan. Vaak is het attest niet nodig, omdat diensten de gegevens zelf mogen opvragen. Dat zeggen wij er dan bij.',
    fr: 'Pendant l’entretien, nous regardons ensemble qui doit figurer sur l’attestation. Souvent, elle n’est pas nécessaire, car les services peuvent consulter eux-mêmes les données. Dans ce cas, nous vous le disons.',
    en: 'In the conversation we check together who has to be on the certificate. Often it is not needed, because offices may look up the data themselves. If so, we tell you.',
    de: 'Im Gespräch sehen wir gemeinsam nach, wer auf der Bescheinigung stehen soll. Oft ist sie nicht nötig, weil Ämter die Daten selbst abfragen dürfen. Das sagen wir dann dazu.',
  },
  forWhom: {
    nl: 'wie in onze gemeente ingeschreven is',
    fr: 'les personnes inscrites dans notre commune',
    en: 'people who are registered in our municipality',
    de: 'Personen, die in unserer Gemeinde gemeldet sind',
  },
  bring: [
    identityCard,
    {
      key: 'purpose',
      icon: 'message-square-text',
      title: {
        nl: 'Waarvoor het attest dient',
        fr: 'À quoi sert l’attestation',
        en: 'What the certificate is for',
        de: 'Wofür die Bescheinigung dient',
      },
      reason: {
        nl: 'Zo zetten wij er niet meer op dan nodig is.',
        fr: 'Ainsi, nous n’y mettons que le nécessaire.',
        en: 'So that we put no more on it than is needed.',
        de: 'So schreiben wir nicht mehr hinein als nötig.',
      },
    },
  ],
  ask: [identification(underPublicTask(populationRegistersAct))],
  onlineAlternative: {
    text: {
      nl: 'Het attest is ook online te krijgen, gratis en meteen. Het heeft dezelfde waarde als dat van de gemeente.',
      fr: 'L’attestation s’obtient aussi en ligne, gratuitement et tout de suite. Elle a la même valeur que celle de la commune.',
      en: 'The certificate is also available online, free and at once. It is worth the same as ours.',
      de: 'Die Bescheinigung gibt es auch online, kostenlos und sofort. Sie gilt genauso wie die der Gemeinde.',
    },
    link: myDossier,
  },
  privacy: {
    lawfulBasis: underPublicTask(populationRegistersAct, {
      nl: 'het koninklijk besluit van 16 juli 1992 over het verkrijgen van informatie uit de bevolkingsregisters',
      fr: 'l’arrêté royal du 16 juillet 1992 relatif à l’obtention d’informations à partir des registres de la population',
      en: 'the Royal Decree of 16 July 1992 on obtaining information from the population registers',
      de: 'dem Königlichen Erlass vom 16. Juli 1992 über die Auskunft aus den Bevölkerungsregistern',
    }),
    purpose: {
      nl: 'Het attest opmaken uit het bevolkingsregister.',
      fr: 'Établir l’attestation à partir du registre de la population.',
      en: 'To draw up the certificate from the population register.',
      de: 'Die Bescheinigung aus dem Bevölkerungsregister ausstellen.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Waarvoor het attest dient',
        fr: 'L’usage prévu de l’attestation',
        en: 'What the certificate is for',
        de: 'Wofür die Bescheinigung dient',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, noOneElse],
    retentionDays: 90,
  },
  searchTerms: {
    nl: ['samenstelling van het gezin', 'gezin', 'getuigschrift', 'uittreksel', 'bewijs', 'samenwonen'],
    fr: ['composition de famille', 'ménage', 'certificat', 'extrait', 'attestation', 'cohabitation'],
    en: ['household', 'family', 'extract', 'proof', 'living together', 'household composition'],
    de: ['Familienzusammensetzung', 'Haushalt', 'Auszug', 'Nachweis', 'Zusammensetzung des Haushalts'],
  },
};
