import type { ServiceContent } from '../content.ts';
import {
  civilStatusDatabase,
  freeRemark,
  handlingStaff,
  identityCard,
  identityShown,
  nameAndContact,
  nationalRegister,
} from './common.ts';
import { underPublicTask } from './laws.ts';

export const death: ServiceContent = {
  slug: 'overlijden-aangeven',
  category: 'gezin-en-levensloop',
  durationMinutes: 20,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Overlijden aangeven',
    fr: 'Déclarer un décès',
    en: 'Register a death',
    de: 'Sterbefall melden',
  },
  summary: {
    nl: 'Iemand is overleden. Wij helpen met de aangifte en met de keuze voor begraven of cremeren.',
    fr: 'Une personne est décédée. Nous aidons pour la déclaration et pour le choix de l’inhumation ou de la crémation.',
    en: 'Somebody has died. We help with the registration and with the choice of burial or cremation.',
    de: 'Jemand ist gestorben. Wir helfen bei der Meldung und bei der Wahl der Bestattung.',
  },
  description: {
    nl: 'Vaak doet de begrafenisondernemer de aangifte. Dan is dit gesprek er voor alle andere vragen. Wij bekijken rustig wat er moet gebeuren, welke attesten nodig zijn en wat de laatste wens was. Wie dat liever heeft, neemt iemand mee in het gesprek.',
    fr: 'Souvent, l’entrepreneur de pompes funèbres fait la déclaration. L’entretien sert alors à toutes les autres questions. Nous voyons calmement ce qu’il faut faire, quelles attestations sont nécessaires et quelle était la dernière volonté. Une autre personne peut participer à l’entretien.',
    en: 'Often the undertaker registers the death. Then this conversation is for all other questions. We calmly look at what has to be done, which certificates are needed and what the last wish was. Another person may take part in the conversation.',
    de: 'Oft meldet das Bestattungsunternehmen den Sterbefall. Dann ist dieses Gespräch für alle anderen Fragen da. Wir klären in Ruhe, was zu tun ist, welche Bescheinigungen nötig sind und was der letzte Wunsch war. Eine andere Person darf am Gespräch teilnehmen.',
  },
  forWhom: {
    nl: 'familie en naasten van wie hier overleden is',
    fr: 'la famille et les proches d’une personne décédée ici',
    en: 'family and close ones of somebody who died here',
    de: 'Familie und Angehörige einer hier verstorbenen Person',
  },
  bring: [
    identityCard,
    {
      key: 'death-certificate',
      icon: 'file-text',
      title: {
        nl: 'Het overlijdensattest van de arts',
        fr: 'L’attestation de décès du médecin',
        en: 'The doctor’s certificate of death',
        de: 'Die Todesbescheinigung des Arztes',
      },
      reason: {
        nl: 'Alleen als de arts het aan de familie gaf. Zonder dit attest mogen wij geen akte maken.',
        fr: 'Seulement si le médecin l’a remise à la famille. Sans elle, nous ne pouvons pas établir d’acte.',
        en: 'Only if the doctor gave it to the family. Without it we may not draw up a record.',
        de: 'Nur wenn der Arzt sie der Familie gegeben hat. Ohne sie dürfen wir keine Urkunde ausstellen.',
      },
    },
    {
      key: 'papers-of-deceased',
      icon: 'id-card',
      title: {
        nl: 'De papieren van de overledene',
        fr: 'Les papiers du défunt',
        en: 'The papers of the person who died',
        de: 'Die Papiere der verstorbenen Person',
      },
      reason: {
        nl: 'De identiteitskaart en het rijbewijs worden ingeleverd.',
        fr: 'La carte d’identité et le permis de conduire doivent être rendus.',
        en: 'The identity card and the driving licence are handed in.',
        de: 'Der Personalausweis und der Führerschein werden abgegeben.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(
      {
        nl: 'artikel 55 en volgende van het oud Burgerlijk Wetboek',
        fr: 'les articles 55 et suivants de l’ancien Code civil',
        en: 'articles 55 and following of the old Civil Code',
        de: 'Artikel 55 und folgenden des früheren Zivilgesetzbuches',
      },
      {
        nl: 'het decreet van 16 januari 2004 op de begraafplaatsen en de lijkbezorging',
        fr: 'le décret flamand du 16 janvier 2004 sur les funérailles et sépultures',
        en: 'the Flemish Decree of 16 January 2004 on cemeteries and burial',
        de: 'dem flämischen Dekret vom 16. Januar 2004 über Friedhöfe und Bestattung',
      },
    ),
    purpose: {
      nl: 'De akte van overlijden voorbereiden en de begraving of crematie regelen.',
      fr: 'Préparer l’acte de décès et organiser l’inhumation ou la crémation.',
      en: 'To prepare the record of death and to arrange the burial or cremation.',
      de: 'Die Sterbeurkunde vorbereiten und die Bestattung regeln.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Naam van de overledene, dag en plaats van overlijden, en de laatste wens',
        fr: 'Nom du défunt, jour et lieu du décès, et dernière volonté',
        en: 'Name of the person who died, day and place of death, and the last wish',
        de: 'Name der verstorbenen Person, Tag und Ort des Todes, und der letzte Wunsch',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, civilStatusDatabase, nationalRegister],
    retentionDays: 90,
  },
  searchTerms: {
    nl: ['dood', 'sterven', 'begraven', 'begrafenis', 'crematie', 'overlijdensakte', 'uitvaart', 'kerkhof'],
    fr: ['mort', 'enterrement', 'funérailles', 'crémation', 'acte de décès', 'cimetière', 'obsèques'],
    en: ['dead', 'died', 'funeral', 'burial', 'cremation', 'death certificate', 'cemetery'],
    de: ['Tod', 'gestorben', 'Begräbnis', 'Beerdigung', 'Einäscherung', 'Sterbeurkunde', 'Friedhof'],
  },
};
