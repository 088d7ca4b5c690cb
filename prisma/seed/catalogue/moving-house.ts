import type { ServiceContent } from '../content.ts';
import {
  freeRemark,
  handlingStaff,
  identification,
  identityCard,
  identityShown,
  myDossier,
  nameAndContact,
  nationalRegister,
} from './common.ts';
import { nationalRegisterAct, populationRegistersAct, underPublicTask } from './laws.ts';

export const movingHouse: ServiceContent = {
  slug: 'verhuizing-aangeven',
  category: 'verhuizen-en-wonen',
  durationMinutes: 15,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 0, channels: ['video', 'phone', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'counter'] },
  },
  name: {
    nl: 'Verhuizing aangeven',
    fr: 'Déclarer un déménagement',
    en: 'Register a move',
    de: 'Umzug melden',
  },
  // The term: royal decree of 16 July 1992 on the population registers, article 7.
  summary: {
    nl: 'U hebt een nieuw adres in onze gemeente. Vertel het ons binnen 8 werkdagen nadat u verhuisd bent.',
    nlJe: 'Je hebt een nieuw adres in onze gemeente. Vertel het ons binnen 8 werkdagen nadat je verhuisd bent.',
    fr: 'Vous avez une nouvelle adresse dans notre commune. Dites-le-nous dans les 8 jours ouvrables après votre déménagement.',
    en: 'You have a new address in our municipality. Tell us within 8 working days after you moved.',
    de: 'Sie haben eine neue Adresse in unserer Gemeinde. Melden Sie das innerhalb von 8 Werktagen nach dem Umzug.',
  },
  description: {
    nl: 'In het gesprek noteren wij het nieuwe adres en wie er mee verhuist. Daarna komt de wijkagent langs om te zien of u er woont. Klopt alles, dan passen wij het adres aan in het register. De chip van de identiteitskaart passen wij later aan, aan het loket.',
    nlJe: 'In het gesprek noteren wij het nieuwe adres en wie er mee verhuist. Daarna komt de wijkagent langs om te zien of je er woont. Klopt alles, dan passen wij het adres aan in het register. De chip van de identiteitskaart passen wij later aan, aan het loket.',
    fr: 'Pendant l’entretien, nous notons la nouvelle adresse et les personnes qui déménagent avec vous. Ensuite, l’agent de quartier passe voir si vous y habitez. Si tout est correct, nous changeons l’adresse dans le registre. La puce de la carte d’identité est mise à jour plus tard, au guichet.',
    en: 'In the conversation we write down the new address and who moves with you. Then the community police officer comes by to see whether you live there. If all is correct, we change the address in the register. The chip of the identity card is updated later, at the counter.',
    de: 'Im Gespräch notieren wir die neue Adresse und wer mit Ihnen umzieht. Danach kommt der Revierpolizist vorbei und sieht nach, ob Sie dort wohnen. Stimmt alles, ändern wir die Adresse im Register. Der Chip des Ausweises wird später am Schalter angepasst.',
  },
  forWhom: {
    nl: 'u en wie met u mee verhuist',
    nlJe: 'jij en wie met je mee verhuist',
    fr: 'vous et les personnes qui déménagent avec vous',
    en: 'you and whoever moves with you',
    de: 'Sie und alle, die mit Ihnen umziehen',
  },
  bring: [
    identityCard,
    {
      key: 'new-address',
      icon: 'map-pin-house',
      title: {
        nl: 'Uw nieuwe adres',
        nlJe: 'Je nieuwe adres',
        fr: 'Votre nouvelle adresse',
        en: 'Your new address',
        de: 'Ihre neue Adresse',
      },
      reason: {
        nl: 'Met het busnummer als dat er is. De wijkagent komt daar langs.',
        fr: 'Avec le numéro de boîte s’il y en a un. L’agent de quartier y passera.',
        en: 'With the box number if there is one. The community police officer will come by.',
        de: 'Mit der Briefkastennummer, falls es eine gibt. Der Revierpolizist kommt dort vorbei.',
      },
    },
    {
      key: 'lease-or-deed',
      mayUpload: true,
      icon: 'file-text',
      title: {
        nl: 'Uw huurcontract of koopakte',
        nlJe: 'Je huurcontract of koopakte',
        fr: 'Votre contrat de location ou acte d’achat',
        en: 'Your lease or deed of purchase',
        de: 'Ihr Mietvertrag oder Ihre Kaufurkunde',
      },
      reason: {
        nl: 'Alleen als u het hebt. Het toont dat u er mag wonen.',
        nlJe: 'Alleen als je het hebt. Het toont dat je er mag wonen.',
        fr: 'Seulement si vous l’avez. Il montre que vous pouvez y habiter.',
        en: 'Only if you have it. It shows that you may live there.',
        de: 'Nur wenn Sie ihn haben. Er zeigt, dass Sie dort wohnen dürfen.',
      },
    },
  ],
  onlineAlternative: {
    text: {
      nl: 'Het nieuwe adres melden kan ook online, dag en nacht. Daarvoor is een Belgische identiteitskaart met pincode nodig.',
      fr: 'Vous pouvez aussi déclarer la nouvelle adresse en ligne, jour et nuit. Il faut une carte d’identité belge avec code PIN.',
      en: 'The new address can also be reported online, day and night. This takes a Belgian identity card with PIN code.',
      de: 'Die neue Adresse kann auch online gemeldet werden, Tag und Nacht. Nötig ist ein belgischer Personalausweis mit PIN-Code.',
    },
    link: myDossier,
  },
  ask: [identification(underPublicTask(populationRegistersAct))],
  privacy: {
    lawfulBasis: underPublicTask(populationRegistersAct, nationalRegisterAct),
    purpose: {
      nl: 'Het nieuwe adres inschrijven in het bevolkingsregister.',
      fr: 'Inscrire la nouvelle adresse dans le registre de la population.',
      en: 'To enter the new address in the population register.',
      de: 'Die neue Adresse in das Bevölkerungsregister eintragen.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Oud en nieuw adres, datum van de verhuizing, en wie er mee verhuist',
        fr: 'Ancienne et nouvelle adresse, date du déménagement et personnes qui déménagent aussi',
        en: 'Old and new address, date of the move, and who moves along',
        de: 'Alte und neue Adresse, Datum des Umzugs, und wer mit umzieht',
      },
      freeRemark,
    ],
    recipients: [
      handlingStaff,
      nationalRegister,
      {
        nl: 'De lokale politie, om het adres na te kijken',
        fr: 'La police locale, pour vérifier l’adresse',
        en: 'The local police, to check the address',
        de: 'Die lokale Polizei, um die Adresse zu prüfen',
      },
    ],
    retentionDays: 90,
  },
  searchTerms: {
    nl: [
      'verhuizen',
      'adreswijziging',
      'adres veranderen',
      'domicilie',
      'inschrijven',
      'wijkagent',
      'verhuis',
    ],
    fr: ['déménager', 'changement d’adresse', 'domicile', 's’inscrire', 'agent de quartier', 'emménager'],
    en: ['moving', 'change of address', 'new address', 'domicile', 'residence', 'relocation'],
    de: ['umziehen', 'Adressänderung', 'neue Adresse', 'Wohnsitz', 'anmelden', 'Ummeldung'],
  },
};
