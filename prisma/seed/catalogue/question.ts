import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, nameAndContact } from './common.ts';
import { localGovernmentDecree, underPublicTask } from './laws.ts';

/** For whoever does not know the name of the service. */
export const question: ServiceContent = {
  slug: 'een-vraag',
  category: 'iets-anders',
  durationMinutes: 10,
  isQuestion: true,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Een vraag',
    fr: 'Une question',
    en: 'A question',
    de: 'Eine Frage',
  },
  summary: {
    nl: 'Geen idee bij welke dienst de vraag hoort? Dat hoeft ook niet. Wij zoeken het samen uit.',
    fr: 'Vous ne savez pas à quel service vous adresser\u00a0? Ce n’est pas nécessaire. Nous cherchons ensemble.',
    en: 'No idea which service the question belongs to? No need. We find out together.',
    de: 'Sie wissen nicht, welches Amt zuständig ist? Das ist nicht nötig. Wir finden es gemeinsam heraus.',
  },
  description: {
    nl: 'In tien minuten luisteren wij naar de vraag. Vaak weten wij meteen het antwoord. Anders maken wij een afspraak bij de juiste collega. Voor gewone informatie mag de camera uit en is geen identiteitskaart nodig.',
    fr: 'En dix minutes, nous écoutons la question. Souvent, nous avons tout de suite la réponse. Sinon, nous fixons un rendez-vous avec la bonne personne. Pour une simple information, la caméra peut rester éteinte et il ne faut pas de carte d’identité.',
    en: 'In ten minutes we listen to the question. Often we know the answer at once. If not, we make an appointment with the right colleague. For plain information the camera may stay off and no identity card is needed.',
    de: 'In zehn Minuten hören wir uns die Frage an. Oft wissen wir gleich die Antwort. Sonst machen wir einen Termin mit der richtigen Person. Für einfache Auskünfte darf die Kamera aus bleiben und ist kein Ausweis nötig.',
  },
  forWhom: {
    nl: 'iedereen, ook wie niet in onze gemeente woont',
    fr: 'tout le monde, aussi les personnes qui n’habitent pas notre commune',
    en: 'everybody, also people who do not live in our municipality',
    de: 'alle, auch wer nicht in unserer Gemeinde wohnt',
  },
  bring: [
    {
      key: 'letter',
      mayUpload: true,
      icon: 'mail',
      title: {
        nl: 'De brief of mail waarover het gaat',
        fr: 'La lettre ou le mail concerné',
        en: 'The letter or e-mail it is about',
        de: 'Der Brief oder die E-Mail, um die es geht',
      },
      reason: {
        nl: 'Alleen als er een is. Dan moeten wij niet zoeken.',
        fr: 'Seulement s’il y en a un. Nous ne devons alors pas chercher.',
        en: 'Only if there is one. Then we need not search.',
        de: 'Nur wenn es so etwas gibt. Dann müssen wir nicht suchen.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(localGovernmentDecree),
    purpose: {
      nl: 'De vraag beantwoorden of doorverwijzen naar de juiste dienst.',
      fr: 'Répondre à la question ou orienter vers le bon service.',
      en: 'To answer the question or to point to the right service.',
      de: 'Die Frage beantworten oder an die richtige Stelle verweisen.',
    },
    dataAsked: [nameAndContact, freeRemark],
    recipients: [handlingStaff],
    retentionDays: 30,
  },
  searchTerms: {
    nl: ['vraag', 'informatie', 'hulp', 'contact', 'klacht', 'melding', 'weet niet', 'andere'],
    fr: ['information', 'aide', 'contact', 'plainte', 'signalement', 'renseignement', 'autre'],
    en: ['information', 'help', 'contact', 'complaint', 'report', 'other', 'something else'],
    de: ['Auskunft', 'Information', 'Hilfe', 'Kontakt', 'Beschwerde', 'Meldung', 'anderes'],
  },
};
