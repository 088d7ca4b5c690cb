import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { speakLanguage } from './speak-language.ts';

afterAll(closeDatabase);

describe('the language of an appointment', () => {
  test('is what its citizen chooses, and seat and page are told once', async () => {
    const { book, organisation, tools } = await openChangeWorld();
    const { id, actor } = await book(0);
    for (const _again of [1, 2])
      expect(await speakLanguage(tools.clock, actor, 'fr')).toEqual({ ok: true, value: 'spoken' });
    const { language, events } = await withOrganisation(organisation.id, async ({ db }) => ({
      language: (await db.appointment.findFirstOrThrow({ where: { id } })).language,
      events: await db.event.findMany({
        where: { stream: `appointment:${id}`, type: 'appointment.languageChanged' },
      }),
    }));
    expect(language).toBe('fr');
    expect(events).toHaveLength(1);
  });

  test('is not for a companion, or in another municipality, to choose', async () => {
    const { book, tools } = await openChangeWorld();
    const { actor } = await book(0);
    const notYours = { ok: false, failure: { code: 'notYours' } };
    expect(await speakLanguage(tools.clock, { ...actor, role: 'companion' }, 'de')).toEqual(notYours);
    const stranger = await openChangeWorld();
    const foreign = { ...actor, organisationId: stranger.organisation.id };
    expect(await speakLanguage(tools.clock, foreign, 'de')).toEqual(notYours);
  });
});
