import type { FormStep } from '#journey/forms/form-definition.ts';

/** What most questions are. */
export const asked = { hint: null, isMandatory: true, condition: null, prefillFrom: null } as const;

export const plan: FormStep = {
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

export const place: FormStep = {
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
