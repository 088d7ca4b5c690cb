import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  type SeatedClerk,
} from '../../../prisma/factories/seat-factories.ts';
import { usualAlerts } from './alert-choices.ts';
import { keepPreferences, readPreferences } from './preferences.ts';

let counter: Counter;
let mieke: SeatedClerk;

beforeEach(async () => {
  counter = await createCounter();
  mieke = await createSeatedClerk(counter);
});

const louder = {
  ...usualAlerts,
  volume: 'loud' as const,
  kinds: { ...usualAlerts.kinds, message: { tone: 'bell' as const, desktop: true } },
};

describe('what a clerk chooses for the seat', () => {
  test('is as usual before anything was chosen, and each part is kept apart from the other', async () => {
    expect(await readPreferences(mieke.actor)).toEqual({ alerts: usualAlerts, shortcuts: {} });
    await keepPreferences(mieke.actor, { alerts: louder });
    await keepPreferences(mieke.actor, { shortcuts: { admit: 'Alt+A', search: null } });
    expect(await readPreferences(mieke.actor)).toEqual({
      alerts: louder,
      shortcuts: { admit: 'Alt+A', search: null },
    });
    await keepPreferences(mieke.actor, { shortcuts: {} });
    expect(await readPreferences(mieke.actor)).toEqual({ alerts: louder, shortcuts: {} });
  });

  test('is nobody else’s', async () => {
    const jonas = await createSeatedClerk(counter);
    await keepPreferences(mieke.actor, { alerts: louder });
    expect((await readPreferences(jonas.actor)).alerts).toEqual(usualAlerts);
  });

  test('is refused to who works at no seat, and where keys clash or would be typed by accident', async () => {
    const supervisor = await createSeatedClerk(counter, { roles: ['supervisor'] });
    const refused = { ok: false, failure: { code: 'notFound' } };
    expect(await keepPreferences(supervisor.actor, { alerts: louder })).toEqual(refused);
    const clash = { ok: false, failure: { code: 'shortcutsClash' } };
    expect(await keepPreferences(mieke.actor, { shortcuts: { admit: 'Control+K' } })).toEqual(clash);
    expect(await keepPreferences(mieke.actor, { shortcuts: { admit: 'A' } })).toEqual(clash);
    expect((await readPreferences(mieke.actor)).shortcuts).toEqual({});
  });

  test('reads what an earlier version kept: what it did not know is as usual', async () => {
    await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
      db.staffPreference.create({
        data: {
          organisationId,
          staffMemberId: mieke.actor.staffMemberId,
          alerts: { volume: 'deafening', kinds: { arrival: { tone: 'bell', desktop: true }, gone: {} } },
          shortcuts: { admit: 'Alt+A', danced: 'Alt+D' },
        },
      }),
    );
    expect(await readPreferences(mieke.actor)).toEqual({
      alerts: { ...usualAlerts, kinds: { ...usualAlerts.kinds, arrival: { tone: 'bell', desktop: true } } },
      shortcuts: { admit: 'Alt+A' },
    });
  });
});
