import type { ServiceContent } from '../content.ts';
import {
  civilStatusDatabase,
  freeRemark,
  handlingStaff,
  identityShown,
  nameAndContact,
  nationalRegister,
} from './common.ts';
import { underPublicTask } from './laws.ts';

export const birth: ServiceContent = {
  slug: 'geboorte-aangeven',
  category: 'gezin-en-levensloop',
  durationMinutes: 20,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 0, channels: ['video', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 0, channels: ['video', 'counter'] },
  },
  name: {
    nl: 'Geboorte aangeven',
    fr: 'Déclarer une naissance',
    en: 'Register a birth',
    de: 'Geburt anmelden',
  },
  // The term and the place: old Civil Code, article 43.
  summary: {
    nl: 'Een kind geboren in onze gemeente? De aangifte gebeurt binnen 15 dagen na de geboorte.',
    fr: 'Un enfant est né dans notre commune\u00a0? La déclaration se fait dans les 15 jours après la naissance.',
    en: 'Was a child born in our municipality? The birth is registered within 15 days.',
    de: 'Ist ein Kind in unserer Gemeinde geboren? Die Geburt wird innerhalb von 15 Tagen angemeldet.',
  },
  description: {
    nl: 'In het gesprek bereiden wij de aangifte voor en bekijken wij de voornaam en de familienaam. Wij leggen ook uit hoe een ouder het kind kan erkennen. De akte wordt daarna aan het loket getekend. Soms kan de aangifte al in het ziekenhuis.',
    fr: 'Pendant l’entretien, nous préparons la déclaration et nous parlons du prénom et du nom. Nous expliquons aussi comment un parent peut reconnaître l’enfant. L’acte est ensuite signé au guichet. Parfois, la déclaration est possible à l’hôpital.',
    en: 'In the conversation we prepare the registration and discuss the first name and the family name. We also explain how a parent can recognise the child. The record is then signed at the counter. Sometimes registration is possible in the hospital.',
    de: 'Im Gespräch bereiten wir die Anmeldung vor und besprechen Vornamen und Familiennamen. Wir erklären auch, wie ein Elternteil das Kind anerkennen kann. Die Urkunde wird danach am Schalter unterschrieben. Manchmal geht die Anmeldung schon im Krankenhaus.',
  },
  forWhom: {
    nl: 'de ouders van een kind dat hier geboren is',
    fr: 'les parents d’un enfant né ici',
    en: 'the parents of a child born here',
    de: 'die Eltern eines hier geborenen Kindes',
  },
  bring: [
    {
      key: 'identity-cards',
      icon: 'id-card',
      title: {
        nl: 'De identiteitskaart van elke ouder',
        fr: 'La carte d’identité de chaque parent',
        en: 'The identity card of each parent',
        de: 'Der Ausweis jedes Elternteils',
      },
      reason: {
        nl: 'Zo weten wij zeker wie de aangifte doet.',
        fr: 'Nous savons ainsi qui fait la déclaration.',
        en: 'So that we know for sure who registers the birth.',
        de: 'So wissen wir sicher, wer die Geburt anmeldet.',
      },
    },
    {
      key: 'medical-statement',
      mayUpload: true,
      icon: 'baby',
      title: {
        nl: 'Het attest van de arts of vroedvrouw',
        fr: 'L’attestation du médecin ou de la sage-femme',
        en: 'The statement of the doctor or midwife',
        de: 'Die Bescheinigung von Arzt oder Hebamme',
      },
      reason: {
        nl: 'Daarop staan de dag en het uur van de geboorte.',
        fr: 'Elle indique le jour et l’heure de la naissance.',
        en: 'It states the day and time of birth.',
        de: 'Darauf stehen Tag und Uhrzeit der Geburt.',
      },
    },
    {
      key: 'names',
      icon: 'pencil',
      title: {
        nl: 'De naam van het kind',
        fr: 'Le nom de l’enfant',
        en: 'The name of the child',
        de: 'Der Name des Kindes',
      },
      reason: {
        nl: 'Wij schrijven de naam letter voor letter over in de akte.',
        fr: 'Nous recopions le nom lettre par lettre dans l’acte.',
        en: 'We copy the name letter by letter into the record.',
        de: 'Wir übernehmen den Namen Buchstabe für Buchstabe in die Urkunde.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask({
      nl: 'artikel 43 en volgende van het oud Burgerlijk Wetboek',
      fr: 'les articles 43 et suivants de l’ancien Code civil',
      en: 'articles 43 and following of the old Civil Code',
      de: 'Artikel 43 und folgenden des früheren Zivilgesetzbuches',
    }),
    purpose: {
      nl: 'De geboorteakte voorbereiden.',
      fr: 'Préparer l’acte de naissance.',
      en: 'To prepare the birth record.',
      de: 'Die Geburtsurkunde vorbereiten.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Naam van het kind, dag, uur en plaats van geboorte, namen van de ouders',
        fr: 'Nom de l’enfant, jour, heure et lieu de naissance, noms des parents',
        en: 'Name of the child, day, time and place of birth, names of the parents',
        de: 'Name des Kindes, Tag, Uhrzeit und Ort der Geburt, Namen der Eltern',
      },
      freeRemark,
    ],
    recipients: [handlingStaff, civilStatusDatabase, nationalRegister],
    retentionDays: 90,
  },
  searchTerms: {
    nl: ['baby', 'kind', 'geboorteaangifte', 'geboorteakte', 'erkennen', 'bevalling', 'voornaam'],
    fr: ['bébé', 'enfant', 'acte de naissance', 'reconnaissance', 'accouchement', 'prénom'],
    en: ['baby', 'child', 'birth certificate', 'newborn', 'recognition', 'first name'],
    de: ['Baby', 'Kind', 'Geburtsurkunde', 'Anerkennung', 'Entbindung', 'Vorname'],
  },
};
