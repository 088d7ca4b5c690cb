import { z } from 'zod';
import { writeContact } from './contact.data.ts';
import { localized } from './form-fields.ts';
import type { Change } from './make-change.ts';

/** The telephone number, and in words when telephone and counter are open. */
export const contactForm = z.object({
  phone: z
    .string({ error: 'missing' })
    .trim()
    .regex(/^\+?\d[\d ./()-]{4,28}\d$/, { error: 'phoneWrong' }),
  phoneHours: localized(300),
  counterHours: localized(300),
});

export function changeContact({ phone, phoneHours, counterHours }: z.output<typeof contactForm>): Change {
  return {
    type: 'administration.contactChanged',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'wrong' },
    apply: async (scope) => {
      await writeContact(scope, { phone, hours: { phone: phoneHours, counter: counterHours } });
      return { ids: {} };
    },
  };
}
