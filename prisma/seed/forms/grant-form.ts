import type { FormContent, FormStep } from '#journey/forms/form-definition.ts';
import { asked, place, plan } from './grant-plan.ts';

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
