import type { ServiceContent } from '../content.ts';
import { freeRemark, handlingStaff, identityCard, identityShown, nameAndContact } from './common.ts';
import { underPublicTask } from './laws.ts';

export const drivingLicence: ServiceContent = {
  slug: 'rijbewijs',
  category: 'auto-en-parkeren',
  durationMinutes: 15,
  offers: {
    leiebeke: { team: 'burgerzaken', feeCents: 2500, channels: ['video', 'counter'] },
    rozelaar: { team: 'onthaal', feeCents: 2000, channels: ['video', 'counter'] },
  },
  name: {
    nl: 'Rijbewijs aanvragen of vernieuwen',
    fr: 'Demander ou renouveler un permis de conduire',
    en: 'Apply for or renew a driving licence',
    de: 'Führerschein beantragen oder erneuern',
  },
  summary: {
    nl: 'Een eerste rijbewijs, een nieuwe kaart of een internationaal rijbewijs. Wij bereiden de aanvraag voor.',
    fr: 'Un premier permis, une nouvelle carte ou un permis international. Nous préparons la demande.',
    en: 'A first driving licence, a new card or an international licence. We prepare the application.',
    de: 'Ein erster Führerschein, eine neue Karte oder ein internationaler Führerschein. Wir bereiten den Antrag vor.',
  },
  description: {
    nl: 'In het gesprek kijken wij de papieren na en zeggen wij of er nog iets ontbreekt. Is alles in orde, dan is één kort bezoek aan het loket genoeg. De prijs is voor de kaart zelf. Het gesprek kost niets.',
    fr: 'Pendant l’entretien, nous vérifions les papiers et nous disons s’il manque quelque chose. Si tout est en ordre, une courte visite au guichet suffit. Le prix est celui de la carte. L’entretien est gratuit.',
    en: 'In the conversation we check the papers and say whether something is missing. If all is in order, one short visit to the counter is enough. The price is for the card itself. The conversation is free.',
    de: 'Im Gespräch prüfen wir die Unterlagen und sagen, ob noch etwas fehlt. Ist alles in Ordnung, genügt ein kurzer Besuch am Schalter. Der Preis gilt für die Karte selbst. Das Gespräch ist kostenlos.',
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
      key: 'current-licence',
      icon: 'car-front',
      title: {
        nl: 'Uw huidige rijbewijs',
        nlJe: 'Je huidige rijbewijs',
        fr: 'Votre permis actuel',
        en: 'Your present licence',
        de: 'Ihr jetziger Führerschein',
      },
      reason: {
        nl: 'Alleen als u er een hebt. Wij kijken na tot wanneer het geldt.',
        nlJe: 'Alleen als je er een hebt. Wij kijken na tot wanneer het geldt.',
        fr: 'Seulement si vous en avez un. Nous vérifions jusqu’à quand il est valable.',
        en: 'Only if you have one. We check until when it is valid.',
        de: 'Nur wenn Sie einen haben. Wir prüfen, bis wann er gilt.',
      },
    },
    {
      key: 'exam-proof',
      mayUpload: true,
      icon: 'file-check',
      title: {
        nl: 'Het bewijs van uw examen of keuring',
        nlJe: 'Het bewijs van je examen of keuring',
        fr: 'La preuve de votre examen ou contrôle médical',
        en: 'The proof of your test or medical check',
        de: 'Der Nachweis Ihrer Prüfung oder Untersuchung',
      },
      reason: {
        nl: 'Alleen als die nodig was. Zonder bewijs mogen wij geen kaart maken.',
        fr: 'Seulement si c’était nécessaire. Sans preuve, nous ne pouvons pas faire de carte.',
        en: 'Only if one was needed. Without proof we may not make a card.',
        de: 'Nur wenn das nötig war. Ohne Nachweis dürfen wir keine Karte ausstellen.',
      },
    },
  ],
  privacy: {
    lawfulBasis: underPublicTask({
      nl: 'het koninklijk besluit van 23 maart 1998 over het rijbewijs',
      fr: 'l’arrêté royal du 23 mars 1998 relatif au permis de conduire',
      en: 'the Royal Decree of 23 March 1998 on driving licences',
      de: 'dem Königlichen Erlass vom 23. März 1998 über den Führerschein',
    }),
    purpose: {
      nl: 'De aanvraag van een rijbewijs nakijken en voorbereiden.',
      fr: 'Vérifier et préparer la demande de permis de conduire.',
      en: 'To check and prepare the application for a driving licence.',
      de: 'Den Antrag auf einen Führerschein prüfen und vorbereiten.',
    },
    dataAsked: [
      nameAndContact,
      identityShown,
      {
        nl: 'Het huidige rijbewijs en het bewijs van examen of keuring (wij kijken er alleen naar)',
        fr: 'Le permis actuel et la preuve d’examen ou de contrôle (nous les regardons seulement)',
        en: 'The present licence and the proof of test or medical check (we only look at them)',
        de: 'Der jetzige Führerschein und der Nachweis der Prüfung (wir sehen sie nur an)',
      },
      freeRemark,
    ],
    recipients: [
      handlingStaff,
      {
        nl: 'De federale overheidsdienst Mobiliteit, die de rijbewijzen bijhoudt',
        fr: 'Le Service public fédéral Mobilité, qui tient le fichier des permis',
        en: 'The Federal Public Service Mobility, which keeps the file of licences',
        de: 'Der Föderale Öffentliche Dienst Mobilität, der die Führerscheine verwaltet',
      },
    ],
    retentionDays: 90,
  },
  searchTerms: {
    nl: [
      'rijbewijs vernieuwen',
      'voorlopig rijbewijs',
      'internationaal rijbewijs',
      'examen',
      'vervallen',
      'brommer',
    ],
    fr: ['permis provisoire', 'permis international', 'renouvellement', 'examen', 'conduire', 'voiture'],
    en: [
      'driver’s license',
      'provisional licence',
      'international licence',
      'renewal',
      'driving test',
      'car',
    ],
    de: [
      'Fahrerlaubnis',
      'vorläufiger Führerschein',
      'internationaler Führerschein',
      'Prüfung',
      'Verlängerung',
    ],
  },
};
