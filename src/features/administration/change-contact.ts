import { z } from 'zod';
import type { TeamId } from '#journey/ids.ts';
import { writeContact } from './contact.data.ts';
import { id, localized, localizedOrNothing } from './form-fields.ts';
import type { Change } from './make-change.ts';

/** The telephone number, in words when telephone and counter are open, and who reads what people write without an appointment. */
export const contactForm = z.object({
  phone: z
    .string({ error: 'missing' })
    .trim()
    .regex(/^\+?\d[\d ./()-]{4,28}\d$/, { error: 'phoneWrong' }),
  phoneHours: localized(300),
  counterHours: localized(300),
  complaintWays: localizedOrNothing(1_000),
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
      const { phone, phoneHours, counterHours, complaintWays, incomingTeam } = wish;
      await writeContact(scope, {
        phone,
        hours: { phone: phoneHours, counter: counterHours },
        complaintWays,
        incomingTeamId: incomingTeam ?? null,
      });
      return { ids: { ...(incomingTeam && { incomingTeam }) } };
    },
  };
}
