import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, TeamId } from '#journey/ids.ts';
import { createTeam } from '../../../prisma/factories/organisation-factories.ts';
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

async function save(
  roles: ('administrator' | 'supervisor')[] = ['administrator'],
  more: { readonly incomingTeam?: TeamId } = {},
) {
  const { actor } = await createSeatedClerk(counter, { roles });
  return makeChange(tools, actor, changeContact(contactForm.parse({ ...fields, ...more })), {
    save: true,
    confirmation: null,
  });
}

describe('the team that reads what belongs to no appointment', () => {
  const incomingTeam = async () => (await findOrganisation(counter.organisation.id)).incomingTeamId;

  test('is the one that was chosen, and nobody in particular when none is', async () => {
    const { id } = await createTeam(counter.organisation.id);
    expect(await save(['administrator'], { incomingTeam: id })).toMatchObject({ kind: 'done' });
    expect(await incomingTeam()).toBe(id);
    expect(await save()).toMatchObject({ kind: 'done' });
    expect(await incomingTeam()).toBeNull();
  });

  test('is never that of another organisation, or one that is gone', async () => {
    const { teamId: theirs } = await createCounter();
    for (const id of [theirs, crypto.randomUUID() as TeamId])
      expect(await save(['administrator'], { incomingTeam: id })).toMatchObject({
        refusal: { code: 'gone' },
      });
    expect(await incomingTeam()).toBeNull();
  });
});

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
