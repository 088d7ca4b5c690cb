import type { ServiceContent } from '../content.ts';
import { civilStatusDatabase, freeRemark, handlingStaff, identityShown, nameAndContact } from './common.ts';
import { underPublicTask } from './laws.ts';

export const marriage: ServiceContent = {
  slug: 'huwelijk-voorbereiden',
  category: 'gezin-en-levensloop',
  durationMinutes: 30,
  staffSharePercent: 20,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 0, channels: ['video', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'counter'] },
  },
  name: {
    nl: 'Huwelijk voorbereiden',
    fr: 'Préparer un mariage',
    en: 'Prepare a marriage',
    de: 'Eheschließung vorbereiten',
  },
  summary: {
    nl: 'Trouwen begint met een dossier. Wij bekijken samen welke papieren nodig zijn en welke dag kan.',
    fr: 'Un mariage commence par un dossier. Nous voyons ensemble les papiers nécessaires et les dates possibles.',
    en: 'A marriage begins with a file. Together we look at the papers you need and the possible days.',
    de: 'Eine Eheschließung beginnt mit einer Akte. Wir klären gemeinsam, welche Unterlagen und welcher Tag in Frage kommen.',
  },
  description: {
    nl: 'Doe dit gesprek liefst met twee, ook vanop twee plaatsen. Akten uit België zoeken wij zelf op. Akten uit het buitenland bezorgt u ons. Daarna spreken wij af wanneer de aangifte getekend wordt.',
    nlJe: 'Doe dit gesprek liefst met twee, ook vanop twee plaatsen. Akten uit België zoeken wij zelf op. Akten uit het buitenland bezorg je ons. Daarna spreken wij af wanneer de aangifte getekend wordt.',
    fr: 'De préférence, participez à deux, même depuis deux endroits. Nous cherchons nous-mêmes les actes belges. Vous nous remettez les actes étrangers. Ensuite, nous convenons du jour où la déclaration sera signée.',
    en: 'It is best if both of you take part, even from two places. We look up Belgian records ourselves. You give us records from abroad. Then we agree on when the declaration is signed.',
    de: 'Nehmen Sie am besten zu zweit teil, auch von zwei Orten aus. Belgische Urkunden suchen wir selbst. Urkunden aus dem Ausland geben Sie uns. Danach vereinbaren wir, wann die Anmeldung unterschrieben wird.',
  },
  forWhom: {
    nl: 'wie wil trouwen, als een van beiden hier woont',
    fr: 'les futurs époux, si l’un des deux habite ici',
    en: 'couples who want to marry, if one of them lives here',
    de: 'Paare, die heiraten wollen, wenn eine der beiden Personen hier wohnt',
  },
  bring: [
    {
      key: 'identity-cards',
      icon: 'id-card',
      title: {
        nl: 'De identiteitskaart van allebei',
        fr: 'La carte d’identité de chacun',
        en: 'The identity card of both',
        de: 'Die Ausweise beider Personen',
      },
      reason: {
        nl: 'Zo weten wij zeker wie er gaat trouwen.',
        fr: 'Nous savons ainsi qui va se marier.',
        en: 'So that we know for sure who is getting married.',
        de: 'So wissen wir sicher, wer heiratet.',
      },
    },
    {
      key: 'foreign-records',
      mayUpload: true,
      icon: 'globe',
      title: {
        nl: 'Akten uit het buitenland',
        fr: 'Les actes étrangers',
        en: 'Records from abroad',
        de: 'Urkunden aus dem Ausland',
      },
      reason: {
        nl: 'Bijvoorbeeld een geboorteakte. Alleen als een van beiden er heeft.',
        fr: 'Par exemple un acte de naissance. Seulement si l’un de vous en a.',
        en: 'For example a birth certificate. Only if one of you has any.',
        de: 'Zum Beispiel eine Geburtsurkunde. Nur wenn es welche gibt.',
      },
    },
    {
      key: 'wished-dates',
      icon: 'calendar-heart',
      title: {
        nl: 'Twee of drie dagen die passen',
        fr: 'Deux ou trois dates possibles',
        en: 'Two or three days that suit',
        de: 'Zwei oder drei passende Tage',
      },
      reason: {
        nl: 'Dan zien wij meteen welke dag nog vrij is.',
        fr: 'Nous voyons alors tout de suite quelle date est libre.',
        en: 'Then we see at once which day is still free.',
        de: 'Dann sehen wir gleich, welcher Tag noch frei ist.',
      },
    },
  ],
  privacy: {
    // Since the act of 18 June 2018 on the modernisation of civil status.
    lawfulBasis: underPublicTask({
      nl: 'artikel 164/1 en volgende van het oud Burgerlijk Wetboek',
      fr: 'les articles 164/1 et suivants de l’ancien Code civil',
      en: 'articles 164/1 and following of the old Civil Code',
      de: 'Artikel 164/1 und folgenden des früheren Zivilgesetzbuches',
    }),
    purpose: {
      nl: 'Het huwelijksdossier voorbereiden en een dag voorstellen.',
      fr: 'Préparer le dossier de mariage et proposer une date.',
      en: 'To prepare the marriage file and to propose a day.',
      de: 'Die Akte der Eheschließung vorbereiten und einen Tag vorschlagen.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Naam van de partner, akten uit het buitenland en gewenste dagen',
        fr: 'Nom du partenaire, actes étrangers et dates souhaitées',
        en: 'Name of the partner, records from abroad and preferred days',
        de: 'Name der Partnerin oder des Partners, Urkunden aus dem Ausland und gewünschte Tage',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, civilStatusDatabase],
    retentionDays: 90,
  },
  searchTerms: {
    nl: [
      'trouwen',
      'huwelijksaangifte',
      'ondertrouw',
      'trouwdossier',
      'burgerlijk huwelijk',
      'trouwboekje',
      'bruiloft',
    ],
    fr: ['se marier', 'déclaration de mariage', 'noces', 'mariage civil', 'carnet de mariage', 'époux'],
    en: [
      'wedding',
      'getting married',
      'marriage file',
      'civil marriage',
      'spouse',
      'declaration of marriage',
    ],
    de: ['heiraten', 'Hochzeit', 'Trauung', 'Standesamt', 'Ehe', 'Aufgebot'],
  },
};
