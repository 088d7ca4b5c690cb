import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, nameAndContact } from './common.ts';
import { municipalRegulation, underPublicTask } from './laws.ts';

/** Offered in the town with the colleges only. */
export const studentRoom: ServiceContent = {
  slug: 'studentenkamer-verhuren',
  category: 'verhuizen-en-wonen',
  durationMinutes: 20,
  offers: {
    leiebeke: { team: 'omgeving', feeCents: 0, channels: ['video', 'phone', 'counter'] },
  },
  name: {
    nl: 'Studentenkamer verhuren',
    fr: 'Louer une chambre d’étudiant',
    en: 'Rent out a student room',
    de: 'Studentenzimmer vermieten',
  },
  summary: {
    nl: 'Een kamer voor een student moet veilig en gezond zijn. Wij leggen uit hoe u het attest aanvraagt.',
    nlJe: 'Een kamer voor een student moet veilig en gezond zijn. Wij leggen uit hoe je het attest aanvraagt.',
    fr: 'Une chambre d’étudiant doit être sûre et saine. Nous expliquons comment demander l’attestation.',
    en: 'A student’s room must be safe and healthy. We explain how to apply for the certificate.',
    de: 'Ein Zimmer für Studierende muss sicher und gesund sein. Wir erklären, wie Sie die Bescheinigung beantragen.',
  },
  description: {
    nl: 'Het attest heet conformiteitsattest. Het zegt dat de kamer voldoet aan de regels, en hoeveel mensen er mogen wonen. In het gesprek bekijken wij het plan van het huis en spreken wij af wanneer een controleur langskomt. Is er iets niet in orde, dan zeggen wij wat er moet gebeuren.',
    fr: 'L’attestation s’appelle attestation de conformité. Elle dit que la chambre respecte les règles, et combien de personnes peuvent y habiter. Pendant l’entretien, nous regardons le plan de la maison et fixons la visite d’un contrôleur. Si quelque chose ne va pas, nous disons ce qu’il faut faire.',
    en: 'The certificate is called a certificate of conformity. It says that the room meets the rules, and how many people may live there. In the conversation we look at the plan of the house and agree on when an inspector comes. If something is not right, we say what has to be done.',
    de: 'Die Bescheinigung heißt Konformitätsbescheinigung. Sie besagt, dass das Zimmer den Regeln entspricht, und wie viele Personen dort wohnen dürfen. Im Gespräch sehen wir uns den Plan des Hauses an und vereinbaren einen Besuch der Kontrolle. Ist etwas nicht in Ordnung, sagen wir, was zu tun ist.',
  },
  forWhom: {
    nl: 'eigenaars die een kamer aan een student verhuren',
    fr: 'les propriétaires qui louent une chambre à un étudiant',
    en: 'owners who rent out a room to a student',
    de: 'Eigentümer, die ein Zimmer an Studierende vermieten',
  },
  bring: [
    {
      key: 'room-address',
      icon: 'map-pin-house',
      title: {
        nl: 'Het adres en het aantal kamers',
        fr: 'L’adresse et le nombre de chambres',
        en: 'The address and the number of rooms',
        de: 'Die Adresse und die Anzahl der Zimmer',
      },
      reason: {
        nl: 'De regels verschillen voor één kamer en voor een heel huis.',
        fr: 'Les règles sont différentes pour une chambre et pour une maison entière.',
        en: 'The rules differ between one room and a whole house.',
        de: 'Für ein Zimmer gelten andere Regeln als für ein ganzes Haus.',
      },
    },
    {
      key: 'floor-plan',
      mayUpload: true,
      icon: 'ruler',
      title: {
        nl: 'Een plan van het huis, met maten',
        fr: 'Un plan de la maison, avec les mesures',
        en: 'A plan of the house, with sizes',
        de: 'Ein Plan des Hauses, mit Maßen',
      },
      reason: {
        nl: 'Elke kamer heeft een kleinste grootte.',
        fr: 'Chaque chambre a une taille minimale.',
        en: 'Every room has a smallest size.',
        de: 'Jedes Zimmer hat eine Mindestgröße.',
      },
    },
    {
      key: 'inspections',
      mayUpload: true,
      icon: 'zap',
      title: {
        nl: 'Keuring van elektriciteit en verwarming',
        fr: 'Contrôle de l’électricité et du chauffage',
        en: 'Inspection of electricity and heating',
        de: 'Prüfung von Strom und Heizung',
      },
      reason: {
        nl: 'Alleen als ze er zijn. Ze tonen dat de kamer veilig is.',
        fr: 'Seulement s’il existe. Il montre que la chambre est sûre.',
        en: 'Only if there is one. It shows that the room is safe.',
        de: 'Nur wenn es eine gibt. Sie zeigt, dass das Zimmer sicher ist.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask(
      {
        nl: 'de Vlaamse Codex Wonen van 2021, boek 3',
        fr: 'le Code flamand du logement de 2021, livre 3',
        en: 'the Flemish Housing Code of 2021, book 3',
        de: 'dem flämischen Wohnkodex von 2021, Buch 3',
      },
      municipalRegulation,
    ),
    purpose: {
      nl: 'Nakijken of een kamer verhuurd mag worden, en een controle plannen.',
      fr: 'Vérifier si une chambre peut être louée, et prévoir un contrôle.',
      en: 'To check whether a room may be rented out, and to plan an inspection.',
      de: 'Prüfen, ob ein Zimmer vermietet werden darf, und eine Kontrolle planen.',
    },
    dataAsked: [
      nameAndContact,
      {
        nl: 'Adres van de kamer, plan en keuringen (getoond in het gesprek)',
        fr: 'Adresse de la chambre, plan et contrôles (montrés pendant l’entretien)',
        en: 'Address of the room, plan and inspections (shown in the conversation)',
        de: 'Adresse des Zimmers, Plan und Prüfungen (im Gespräch gezeigt)',
      },
      freeRemark,
    ],
    recipients: [
      handlingStaff,
      {
        nl: 'De brandweer, als er een brandcontrole nodig is',
        fr: 'Les pompiers, si un contrôle incendie est nécessaire',
        en: 'The fire brigade, if a fire inspection is needed',
        de: 'Die Feuerwehr, wenn eine Brandkontrolle nötig ist',
      },
    ],
    retentionDays: 90,
  },
  searchTerms: {
    nl: ['kot', 'kotbaas', 'conformiteitsattest', 'verhuren', 'student', 'kamer', 'huurwoning'],
    fr: ['kot', 'attestation de conformité', 'location', 'étudiant', 'chambre', 'propriétaire'],
    en: ['certificate of conformity', 'landlord', 'student housing', 'dorm', 'letting', 'room'],
    de: ['Konformitätsbescheinigung', 'Vermieter', 'Studentenwohnung', 'Vermietung', 'Zimmer'],
  },
};
