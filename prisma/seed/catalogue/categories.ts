import type { CategoryContent } from '../content.ts';

/** In the order of the home page. */
export const categories: readonly CategoryContent[] = [
  {
    slug: 'verhuizen-en-wonen',
    icon: 'house',
    name: {
      nl: 'Verhuizen en wonen',
      fr: 'Déménager et se loger',
      en: 'Moving and living',
      de: 'Umziehen und wohnen',
    },
  },
  {
    slug: 'identiteit-en-reizen',
    icon: 'id-card',
    name: {
      nl: 'Identiteit en reizen',
      fr: 'Identité et voyages',
      en: 'Identity and travel',
      de: 'Ausweis und Reisen',
    },
  },
  {
    slug: 'gezin-en-levensloop',
    icon: 'users',
    name: {
      nl: 'Gezin en levensloop',
      fr: 'Famille et étapes de vie',
      en: 'Family and life events',
      de: 'Familie und Leben',
    },
  },
  {
    slug: 'auto-en-parkeren',
    icon: 'car',
    name: {
      nl: 'Auto en parkeren',
      fr: 'Voiture et stationnement',
      en: 'Car and parking',
      de: 'Auto und Parken',
    },
  },
  {
    slug: 'ondernemen-en-verenigen',
    icon: 'store',
    name: {
      nl: 'Ondernemen en verenigingen',
      fr: 'Entreprendre et associations',
      en: 'Business and associations',
      de: 'Unternehmen und Vereine',
    },
  },
  {
    slug: 'hulp-en-belastingen',
    icon: 'hand-heart',
    name: {
      nl: 'Hulp en belastingen',
      fr: 'Aide et taxes',
      en: 'Support and taxes',
      de: 'Hilfe und Steuern',
    },
  },
  {
    slug: 'iets-anders',
    icon: 'message-circle-question-mark',
    name: { nl: 'Iets anders', fr: 'Autre chose', en: 'Something else', de: 'Etwas anderes' },
  },
];
