import { z } from 'zod';
import type { TeamId } from '#journey/ids.ts';
import { writeContact } from './contact.data.ts';
import { id, localized } from './form-fields.ts';
import type { Change } from './make-change.ts';

/** The telephone number, in words when telephone and counter are open, and who reads what people write without an appointment. */
export const contactForm = z.object({
  phone: z
    .string({ error: 'missing' })
    .trim()
    .regex(/^\+?\d[\d ./()-]{4,28}\d$/, { error: 'phoneWrong' }),
  phoneHours: localized(300),
  counterHours: localized(300),
  /** Nothing is the oldest team. */
  incomingTeam: id<TeamId>().optional(),
});

export function changeContact(wish: z.output<typeof contactForm>): Change {
  return {
    type: 'administration.contactChanged',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'wrong' },
    apply: async (scope) => {
      const { phone, phoneHours, counterHours, incomingTeam } = wish;
      await writeContact(scope, {
        phone,
        hours: { phone: phoneHours, counter: counterHours },
        incomingTeamId: incomingTeam ?? null,
      });
      return { ids: { ...(incomingTeam && { incomingTeam }) } };
    },
  };
}
