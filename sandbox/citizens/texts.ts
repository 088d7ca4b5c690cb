import type { Person } from './persons.ts';

export const pageLanguages = ['nl', 'fr', 'en', 'de'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export const languageNames: Record<PageLanguage, string> = {
  nl: 'Nederlands',
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
};

/** What the page says. It addresses nobody: one municipality says "u", the other "je". */
export type PageTexts = {
  readonly practice: string;
  /** @param provider what is practised, such as itsme */
  readonly notReal: (provider: string) => string;
  readonly title: string;
  readonly lead: (organisation: string) => string;
  readonly given: string;
  readonly people: string;
  readonly refuse: string;
  readonly kinds: Record<Person['kind'], string>;
  readonly data: Record<DataName, string>;
  readonly born: (date: string) => string;
};

/** What goes to the organisation, in the words of the page. */
export type DataName = 'name' | 'birthDate' | 'number' | 'company' | 'nothing';

export const texts: Record<PageLanguage, PageTexts> = {
  nl: {
    practice: 'Oefenaanbieder',
    notReal: (provider) => `Dit is niet ${provider}. De mensen op deze pagina zijn verzonnen.`,
    title: 'Kies een persoon',
    lead: (organisation) => `${organisation} vraagt wie er is.`,
    given: 'Dit gaat naar de gemeente:',
    people: 'Personen',
    refuse: 'Niet identificeren',
    kinds: {
      expected: 'identificeert zich op het hoogste niveau',
      middle: 'identificeert zich met een zwakker middel: een code of een vingerafdruk',
      weak: 'identificeert zich op een te laag niveau',
      stranger: 'is iemand anders dan wie de afspraak heeft',
      mandate: 'mag handelen voor een bedrijf',
      represents: 'mag handelen voor iemand anders',
      refuses: 'weigert',
    },
    data: {
      name: 'naam',
      birthDate: 'geboortedatum',
      number: 'nationaal nummer',
      company: 'het bedrijf voor wie iemand handelt',
      nothing: 'alleen een kenmerk zonder naam',
    },
    born: (date) => `geboren op ${date}`,
  },
  fr: {
    practice: 'Fournisseur d’exercice',
    notReal: (provider) => `Ceci n’est pas ${provider}. Les personnes de cette page sont inventées.`,
    title: 'Choisir une personne',
    lead: (organisation) => `${organisation} demande qui est là.`,
    given: 'Ceci est transmis à la commune\u00a0:',
    people: 'Personnes',
    refuse: 'Ne pas s’identifier',
    kinds: {
      expected: 's’identifie au niveau le plus élevé',
      middle: 's’identifie avec un moyen plus faible\u00a0: un code ou une empreinte',
      weak: 's’identifie à un niveau trop bas',
      stranger: 'n’est pas la personne du rendez-vous',
      mandate: 'peut agir pour une entreprise',
      represents: 'peut agir pour quelqu’un d’autre',
      refuses: 'refuse',
    },
    data: {
      name: 'le nom',
      birthDate: 'la date de naissance',
      number: 'le numéro national',
      company: 'l’entreprise représentée',
      nothing: 'un identifiant sans nom',
    },
    born: (date) => `date de naissance ${date}`,
  },
  en: {
    practice: 'Practice provider',
    notReal: (provider) => `This is not ${provider}. The people on this page are made up.`,
    title: 'Choose a person',
    lead: (organisation) => `${organisation} asks who is there.`,
    given: 'This goes to the municipality:',
    people: 'People',
    refuse: 'Do not identify',
    kinds: {
      expected: 'identifies at the highest level',
      middle: 'identifies with a weaker means: a code or a fingerprint',
      weak: 'identifies at too low a level',
      stranger: 'is not the person of the appointment',
      mandate: 'may act for a company',
      represents: 'may act for somebody else',
      refuses: 'refuses',
    },
    data: {
      name: 'name',
      birthDate: 'date of birth',
      number: 'national number',
      company: 'the company they act for',
      nothing: 'a mark without a name',
    },
    born: (date) => `born on ${date}`,
  },
  de: {
    practice: 'Übungsanbieter',
    notReal: (provider) => `Dies ist nicht ${provider}. Die Personen auf dieser Seite sind erfunden.`,
    title: 'Eine Person wählen',
    lead: (organisation) => `${organisation} fragt, wer da ist.`,
    given: 'Das geht an die Gemeinde:',
    people: 'Personen',
    refuse: 'Nicht ausweisen',
    kinds: {
      expected: 'weist sich auf dem höchsten Niveau aus',
      middle: 'weist sich mit einem schwächeren Mittel aus: einem Code oder einem Fingerabdruck',
      weak: 'weist sich auf einem zu niedrigen Niveau aus',
      stranger: 'ist nicht die Person des Termins',
      mandate: 'darf für ein Unternehmen handeln',
      represents: 'darf für jemand anderen handeln',
      refuses: 'lehnt ab',
    },
    data: {
      name: 'Name',
      birthDate: 'Geburtsdatum',
      number: 'nationale Nummer',
      company: 'das vertretene Unternehmen',
      nothing: 'ein Kennzeichen ohne Namen',
    },
    born: (date) => `geboren am ${date}`,
  },
};

/** The first of what is asked for (`ui_locales`) that there is; Dutch otherwise. */
export function chooseLanguage(asked: readonly string[]): PageLanguage {
  const known = asked.map((tag) => pageLanguages.find((language) => tag.toLowerCase().startsWith(language)));
  return known.find((language) => language !== undefined) ?? 'nl';
}
