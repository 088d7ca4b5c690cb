import type { FormContent, FormStep } from '#journey/forms/form-definition.ts';

const asked = { hint: null, isMandatory: true, condition: null, prefillFrom: null } as const;

const who: FormStep = {
  key: 'who',
  title: {
    nl: 'Wie vraagt de subsidie aan?',
    fr: 'Qui demande le subside\u00a0?',
    en: 'Who applies for the grant?',
    de: 'Wer beantragt den Zuschuss?',
  },
  text: null,
  condition: null,
  repeats: null,
  fields: [
    {
      ...asked,
      key: 'applicant',
      kind: 'choice',
      label: { nl: 'Aanvrager', fr: 'Demandeur', en: 'Applicant', de: 'Antragsteller' },
      mayBeSeveral: false,
      choices: [
        {
          key: 'association',
          text: { nl: 'Een vereniging', fr: 'Une association', en: 'An association', de: 'Ein Verein' },
        },
        {
          key: 'neighbours',
          text: {
            nl: 'Een groep buren',
            fr: 'Un groupe de voisins',
            en: 'A group of neighbours',
            de: 'Eine Gruppe von Nachbarn',
          },
        },
      ],
    },
    {
      ...asked,
      key: 'contact',
      kind: 'text',
      label: {
        nl: 'Naam van de contactpersoon',
        fr: 'Nom de la personne de contact',
        en: 'Name of the contact person',
        de: 'Name der Kontaktperson',
      },
      prefillFrom: 'name',
      isLong: false,
      mostCharacters: 120,
    },
    {
      ...asked,
      key: 'phone',
      kind: 'text',
      label: { nl: 'Telefoon', fr: 'Téléphone', en: 'Telephone', de: 'Telefon' },
      isMandatory: false,
      prefillFrom: 'phone',
      isLong: false,
      mostCharacters: 30,
    },
  ],
};

const association: FormStep = {
  key: 'association',
  title: { nl: 'De vereniging', fr: 'L’association', en: 'The association', de: 'Der Verein' },
  text: null,
  condition: { field: 'applicant', answer: 'association' },
  repeats: null,
  fields: [
    {
      ...asked,
      key: 'associationname',
      kind: 'text',
      label: {
        nl: 'Naam van de vereniging',
        fr: 'Nom de l’association',
        en: 'Name of the association',
        de: 'Name des Vereins',
      },
      isLong: false,
      mostCharacters: 150,
    },
    {
      ...asked,
      key: 'seat',
      kind: 'address',
      label: {
        nl: 'Adres van de vereniging',
        fr: 'Adresse de l’association',
        en: 'Address of the association',
        de: 'Adresse des Vereins',
      },
    },
  ],
};

const plan: FormStep = {
  key: 'plan',
  title: { nl: 'Het plan', fr: 'Le projet', en: 'The plan', de: 'Der Plan' },
  text: {
    nl: 'Enkele zinnen zijn genoeg. In het gesprek kunnen wij het samen aanvullen.',
    fr: 'Quelques phrases suffisent. Nous pouvons compléter ensemble pendant l’entretien.',
    en: 'A few sentences are enough. We can add to it together in the conversation.',
    de: 'Einige Sätze genügen. Im Gespräch können wir es gemeinsam ergänzen.',
  },
  condition: null,
  repeats: null,
  fields: [
    {
      ...asked,
      key: 'activity',
      kind: 'choice',
      label: {
        nl: 'Soort activiteit',
        fr: 'Type d’activité',
        en: 'Kind of activity',
        de: 'Art der Aktivität',
      },
      mayBeSeveral: false,
      choices: [
        {
          key: 'party',
          text: { nl: 'Buurtfeest', fr: 'Fête de quartier', en: 'Street party', de: 'Straßenfest' },
        },
        {
          key: 'course',
          text: {
            nl: 'Cursus of workshop',
            fr: 'Cours ou atelier',
            en: 'Course or workshop',
            de: 'Kurs oder Workshop',
          },
        },
        {
          key: 'other',
          text: { nl: 'Iets anders', fr: 'Autre chose', en: 'Something else', de: 'Etwas anderes' },
        },
      ],
    },
    {
      ...asked,
      key: 'idea',
      kind: 'text',
      label: {
        nl: 'Wat wordt er gedaan, en voor wie?',
        fr: 'Que fera-t-on, et pour qui\u00a0?',
        en: 'What will be done, and for whom?',
        de: 'Was wird gemacht, und für wen?',
      },
      isLong: true,
      mostCharacters: 1500,
    },
    {
      ...asked,
      key: 'day',
      kind: 'date',
      label: { nl: 'Eerste dag', fr: 'Premier jour', en: 'First day', de: 'Erster Tag' },
      when: 'future',
      from: null,
      until: null,
    },
  ],
};

const place: FormStep = {
  key: 'place',
  title: {
    nl: 'De plaats van het feest',
    fr: 'Le lieu de la fête',
    en: 'The place of the party',
    de: 'Der Ort des Festes',
  },
  text: null,
  condition: { field: 'activity', answer: 'party' },
  repeats: null,
  fields: [
    {
      ...asked,
      key: 'street',
      kind: 'address',
      label: {
        nl: 'Waar is het feest?',
        fr: 'Où est la fête\u00a0?',
        en: 'Where is the party?',
        de: 'Wo ist das Fest?',
      },
    },
    {
      ...asked,
      key: 'extras',
      kind: 'choice',
      label: {
        nl: 'Wat is er nog nodig?',
        fr: 'De quoi a-t-on encore besoin\u00a0?',
        en: 'What else is needed?',
        de: 'Was wird noch gebraucht?',
      },
      isMandatory: false,
      mayBeSeveral: true,
      choices: [
        {
          key: 'closed',
          text: {
            nl: 'Een straat die dicht is',
            fr: 'Une rue fermée',
            en: 'A closed street',
            de: 'Eine gesperrte Straße',
          },
        },
        {
          key: 'tables',
          text: {
            nl: 'Tafels en stoelen',
            fr: 'Tables et chaises',
            en: 'Tables and chairs',
            de: 'Tische und Stühle',
          },
        },
        { key: 'power', text: { nl: 'Elektriciteit', fr: 'Électricité', en: 'Electricity', de: 'Strom' } },
      ],
    },
  ],
};

const costs: FormStep = {
  key: 'costs',
  title: { nl: 'De kosten', fr: 'Les coûts', en: 'The costs', de: 'Die Kosten' },
  text: {
    nl: 'Een schatting volstaat.',
    fr: 'Une estimation suffit.',
    en: 'An estimate will do.',
    de: 'Eine Schätzung genügt.',
  },
  condition: null,
  repeats: { least: 1, most: 10, row: { nl: 'Kost', fr: 'Coût', en: 'Cost', de: 'Kosten' } },
  fields: [
    {
      ...asked,
      key: 'what',
      kind: 'text',
      label: { nl: 'Waarvoor', fr: 'Pour quoi', en: 'For what', de: 'Wofür' },
      isLong: false,
      mostCharacters: 120,
    },
    {
      ...asked,
      key: 'amount',
      kind: 'amount',
      label: { nl: 'Bedrag', fr: 'Montant', en: 'Amount', de: 'Betrag' },
      leastCents: 1,
      mostCents: 5_000_000,
    },
  ],
};

export const grantForm: FormContent = {
  title: {
    nl: 'Subsidie aanvragen',
    fr: 'Demander un subside',
    en: 'Apply for a grant',
    de: 'Zuschuss beantragen',
  },
  intro: {
    nl: 'Hiermee beslist het college over de aanvraag.',
    fr: 'C’est sur cette base que le collège décide.',
    en: 'With this the college decides on the application.',
    de: 'Damit entscheidet das Kollegium über den Antrag.',
  },
  minimumLevel: 'none',
  steps: [who, association, plan, place, costs],
};
