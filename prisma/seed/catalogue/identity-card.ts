import type { ServiceContent } from '../content.ts';
import {
  freeRemark,
  handlingStaff,
  identityCard,
  identityShown,
  nameAndContact,
  nationalRegister,
} from './common.ts';
import { populationRegistersAct, underPublicTask } from './laws.ts';

export const identityCardQuestions: ServiceContent = {
  slug: 'vragen-over-identiteitskaart',
  category: 'identiteit-en-reizen',
  durationMinutes: 10,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Vragen over de identiteitskaart',
    fr: 'Questions sur la carte d’identité',
    en: 'Identity card questions',
    de: 'Fragen zum Personalausweis',
  },
  summary: {
    nl: 'Kaart kwijt, pincode vergeten, of een kaart die bijna vervalt? Wij zeggen wat nu moet gebeuren.',
    fr: 'Carte perdue, code PIN oublié, ou carte qui expire bientôt\u00a0? Nous vous disons que faire.',
    en: 'Lost your card, forgot the PIN code, or does the card expire soon? We tell you what to do.',
    de: 'Ausweis verloren, PIN-Code vergessen oder läuft er bald ab? Wir sagen Ihnen, was zu tun ist.',
  },
  // DOC STOP: the federal service that blocks lost documents, day and night.
  description: {
    nl: 'Is de kaart verloren of gestolen? Bel dan meteen DOC STOP, op 00800 2123 2123. Dat is gratis en kan dag en nacht. In het gesprek bekijken wij wat er nog nodig is. Een nieuwe kaart of een nieuwe pincode haalt u daarna aan het loket.',
    nlJe: 'Is de kaart verloren of gestolen? Bel dan meteen DOC STOP, op 00800 2123 2123. Dat is gratis en kan dag en nacht. In het gesprek bekijken wij wat er nog nodig is. Een nieuwe kaart of een nieuwe pincode haal je daarna aan het loket.',
    fr: 'La carte est perdue ou volée\u00a0? Appelez tout de suite DOC STOP, au 00800 2123 2123. C’est gratuit, jour et nuit. Pendant l’entretien, nous voyons ce qu’il faut encore. Une nouvelle carte ou un nouveau code PIN se retire ensuite au guichet.',
    en: 'Is the card lost or stolen? Call DOC STOP at once, on 00800 2123 2123. That is free, day and night. In the conversation we look at what else is needed. A new card or a new PIN code is then collected at the counter.',
    de: 'Ist der Ausweis verloren oder gestohlen? Rufen Sie sofort DOC STOP an, unter 00800 2123 2123. Das ist kostenlos, Tag und Nacht. Im Gespräch klären wir, was noch nötig ist. Einen neuen Ausweis oder PIN-Code holen Sie danach am Schalter ab.',
  },
  forWhom: {
    nl: 'wie in onze gemeente ingeschreven is, ook voor kinderen',
    fr: 'les personnes inscrites dans notre commune, aussi pour les enfants',
    en: 'people who are registered in our municipality, also for children',
    de: 'Personen, die in unserer Gemeinde gemeldet sind, auch für Kinder',
  },
  bring: [
    {
      ...identityCard,
      reason: {
        nl: 'Alleen als u de kaart nog hebt. Zo weten wij zeker dat u het bent.',
        nlJe: 'Alleen als je de kaart nog hebt. Zo weten wij zeker dat je het bent.',
        fr: 'Seulement si vous l’avez encore. Nous savons ainsi que c’est bien vous.',
        en: 'Only if you still have it. So that we know for sure that it is you.',
        de: 'Nur wenn Sie ihn noch haben. So wissen wir sicher, dass Sie es sind.',
      },
    },
    {
      key: 'letter',
      icon: 'mail',
      title: {
        nl: 'De brief over uw kaart',
        nlJe: 'De brief over je kaart',
        fr: 'La lettre au sujet de votre carte',
        en: 'The letter about your card',
        de: 'Der Brief zu Ihrem Ausweis',
      },
      reason: {
        nl: 'Alleen als u er een kreeg. Lees de codes nooit voor.',
        nlJe: 'Alleen als je er een kreeg. Lees de codes nooit voor.',
        fr: 'Seulement si vous en avez reçu une. Ne lisez jamais les codes à voix haute.',
        en: 'Only if you got one. Never read the codes aloud.',
        de: 'Nur wenn Sie einen bekommen haben. Lesen Sie die Codes nie laut vor.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(populationRegistersAct, {
      nl: 'het koninklijk besluit van 25 maart 2003 over de identiteitskaarten',
      fr: 'l’arrêté royal du 25 mars 2003 relatif aux cartes d’identité',
      en: 'the Royal Decree of 25 March 2003 on identity cards',
      de: 'dem Königlichen Erlass vom 25. März 2003 über die Personalausweise',
    }),
    purpose: {
      nl: 'Vragen over de identiteitskaart beantwoorden en een nieuwe kaart voorbereiden.',
      fr: 'Répondre aux questions sur la carte d’identité et préparer une nouvelle carte.',
      en: 'To answer questions about the identity card and to prepare a new one.',
      de: 'Fragen zum Personalausweis beantworten und einen neuen Ausweis vorbereiten.',
    },
    dataAsked: [nameAndContact, identityShown, freeRemark],
    recipients: [handlingStaff, nationalRegister],
    retentionDays: 90,
  },
  searchTerms: {
    nl: ['eid', 'pincode', 'pukcode', 'paspoort', 'verloren', 'gestolen', 'kids-id', 'vervallen', 'pas'],
    fr: ['eid', 'code pin', 'code puk', 'perdue', 'volée', 'kids-id', 'expirée', 'papiers'],
    en: ['eid', 'pin code', 'puk code', 'lost', 'stolen', 'kids-id', 'expired', 'id card'],
    de: ['eid', 'pin-code', 'puk-code', 'verloren', 'gestohlen', 'kids-id', 'abgelaufen', 'Ausweis'],
  },
};
