import type { AskContent, BringItem, LocalizedText } from '../content.ts';

export const identityCard: BringItem = {
  key: 'identity-card',
  icon: 'id-card',
  title: {
    nl: 'Uw identiteitskaart',
    nlJe: 'Je identiteitskaart',
    fr: 'Votre carte d’identité',
    en: 'Your identity card',
    de: 'Ihr Personalausweis',
  },
  reason: {
    nl: 'Zo weten wij zeker dat u het bent.',
    nlJe: 'Zo weten wij zeker dat je het bent.',
    fr: 'Nous savons ainsi que c’est bien vous.',
    en: 'So that we know for sure that it is you.',
    de: 'So wissen wir sicher, dass Sie es sind.',
  },
};

export const nameAndContact: LocalizedText = {
  nl: 'Naam, taal, en een e-mailadres of gsm-nummer',
  fr: 'Nom, langue, et une adresse e-mail ou un numéro de GSM',
  en: 'Name, language, and an e-mail address or a mobile number',
  de: 'Name, Sprache, und eine E-Mail-Adresse oder Handynummer',
};

export const identityShown: LocalizedText = {
  nl: 'Identiteitskaart (de medewerker kijkt ernaar, wij maken geen kopie)',
  fr: 'Carte d’identité (l’agent la regarde, nous ne faisons pas de copie)',
  en: 'Identity card (the clerk looks at it, we make no copy)',
  de: 'Personalausweis (wir sehen ihn an, wir machen keine Kopie)',
};

export const freeRemark: LocalizedText = {
  nl: 'Een vraag of opmerking, alleen als die nodig is voor het gesprek',
  fr: 'Une question ou une remarque, seulement si elle est utile à l’entretien',
  en: 'A question or remark, only if it is needed for the conversation',
  de: 'Eine Frage oder Bemerkung, nur wenn sie für das Gespräch nötig ist',
};

export const handlingStaff: LocalizedText = {
  nl: 'De medewerkers van de gemeente die deze vraag behandelen',
  fr: 'Les agents de la commune qui traitent cette demande',
  en: 'The staff of the municipality who deal with this request',
  de: 'Die Mitarbeitenden der Gemeinde, die dieses Anliegen bearbeiten',
};

export const nationalRegister: LocalizedText = {
  nl: 'Het Rijksregister (federale overheidsdienst Binnenlandse Zaken)',
  fr: 'Le Registre national (Service public fédéral Intérieur)',
  en: 'The National Register (Federal Public Service Home Affairs)',
  de: 'Das Nationalregister (Föderaler Öffentlicher Dienst Inneres)',
};

export const civilStatusDatabase: LocalizedText = {
  nl: 'De Databank Akten Burgerlijke Stand',
  fr: 'La Banque de données d’actes de l’état civil',
  en: 'The database of civil status records',
  de: 'Die Datenbank der Personenstandsurkunden',
};

export const noOneElse: LocalizedText = {
  nl: 'Niemand buiten de gemeente',
  fr: 'Personne en dehors de la commune',
  en: 'Nobody outside the municipality',
  de: 'Niemand außerhalb der Gemeinde',
};

/** The online counter of the National Register, for everyone with a Belgian identity card. */
export const myDossier = {
  url: 'https://mijndossier.rrn.fgov.be/',
  label: {
    nl: 'Mijn Dossier, van de federale overheid',
    fr: 'Mon Dossier, des autorités fédérales',
    en: 'My Dossier, of the federal government',
    de: 'Meine Akte, von den föderalen Behörden',
  },
} satisfies { url: string; label: LocalizedText };

/** Before anything is said about somebody's data. */
export function identification(basis: LocalizedText): AskContent {
  return {
    kind: 'identify',
    title: {
      nl: 'Laat zien dat u het bent',
      nlJe: 'Laat zien dat jij het bent',
      fr: 'Montrez que c’est bien vous',
      en: 'Show that it is you',
      de: 'Zeigen Sie, dass Sie es sind',
    },
    purpose: {
      nl: 'Pas daarna mogen wij over uw gegevens praten.',
      nlJe: 'Pas daarna mogen wij over je gegevens praten.',
      fr: 'Ce n’est qu’ensuite que nous pouvons parler de vos données.',
      en: 'Only then may we talk about your data.',
      de: 'Erst danach dürfen wir über Ihre Daten sprechen.',
    },
    basis,
    ifDeclined: {
      nl: 'Doet u dit liever niet, dan geven wij u alleen algemene uitleg.',
      nlJe: 'Doe je dit liever niet, dan geven wij je alleen algemene uitleg.',
      fr: 'Si vous préférez ne pas le faire, nous vous donnons seulement des explications générales.',
      en: 'If you would rather not, we can only explain things in general.',
      de: 'Wenn Sie das lieber nicht tun, geben wir Ihnen nur allgemeine Auskünfte.',
    },
    isMandatory: true,
    keptDays: 30,
    settings: { level: 'substantial', mayBeShown: true },
  };
}
