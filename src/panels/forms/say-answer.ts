import type { FormField } from '#journey/forms/form-definition.ts';
import type { Answer } from '#journey/forms/read-answer.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import { formatMoney } from '#shared/i18n/format-moment.ts';

/** Whom a form speaks to. */
export type FormReader = {
  readonly language: Language;
  /** An own text of the organisation in the reader's language and form of address. */
  readonly say: (text: LocalizedText) => string;
};

/** An answer as people read it. */
export function sayAnswer(field: FormField, answer: Answer, { language, say }: FormReader): string {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'choice': {
      const choices = field.kind === 'choice' ? field.choices : [];
      const chosen = choices.filter(({ key }) => answer.keys.includes(key));
      return new Intl.ListFormat(language).format(chosen.map(({ text }) => say(text)));
    }
    case 'date':
      return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${answer.date}T00:00:00Z`),
      );
    case 'amount':
      return formatMoney(answer.cents, language);
    case 'address': {
      const { street, number, box, postalCode, city } = answer.address;
      return `${[street, number, box].filter((part) => part !== '').join(' ')}, ${postalCode} ${city}`;
    }
  }
}
