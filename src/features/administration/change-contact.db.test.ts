import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { changeContact, contactForm } from './change-contact.ts';
import { makeChange } from './make-change.ts';

const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const tools = { clock, timeZone: 'Europe/Brussels', countFreeTimes: async () => 0 };
const fields = {
  phone: '09 123 45 67',
  phoneHours: { nl: 'Elke werkdag van 9 tot 12 uur.', fr: 'Chaque jour ouvrable de 9 à 12 heures.' },
  counterHours: { nl: 'Op afspraak.' },
};

let counter: Counter;
beforeEach(async () => {
  counter = await createCounter();
});

const findOrganisation = (id: OrganisationId) =>
  withOrganisation(id, ({ db }) => db.organisation.findFirstOrThrow({ where: { id } }));

async function save(roles: ('administrator' | 'supervisor')[] = ['administrator']) {
  const { actor } = await createSeatedClerk(counter, { roles });
  return makeChange(tools, actor, changeContact(contactForm.parse(fields)), {
    save: true,
    confirmation: null,
  });
}

describe('when telephone and counter are open', () => {
  test('is written for one organisation only, and logged without its words', async () => {
    const { organisation: other } = await createCounter();
    const before = await findOrganisation(other.id);
    expect(await save()).toMatchObject({ kind: 'done' });
    expect(await findOrganisation(counter.organisation.id)).toMatchObject({
      phone: '09 123 45 67',
      counterHours: {
        phone: { fr: 'Chaque jour ouvrable de 9 à 12 heures.', de: 'Elke werkdag van 9 tot 12 uur.' },
        counter: { nl: 'Op afspraak.' },
      },
    });
    expect(await findOrganisation(other.id)).toEqual(before);
    const events = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.event.findMany({ where: { type: 'administration.contactChanged' } }),
    );
    expect(events).toMatchObject([{ payload: { hits: 0 } }]);
  });

  test('is for administrators', async () => {
    expect(await save(['supervisor'])).toEqual({ kind: 'forbidden' });
  });

  test.each(['', 'bel ons', '12', '09 123 45 67 '.repeat(4)])('takes no "%s" for a number', (phone) => {
    expect(contactForm.safeParse({ ...fields, phone }).error?.issues[0]).toMatchObject({
      path: ['phone'],
      message: 'phoneWrong',
    });
  });
});
