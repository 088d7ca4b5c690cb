import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, TeamId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { createOrganisation, createTeam } from '../../../prisma/factories/organisation-factories.ts';
import { changeWalkIn, walkInForm } from './change-walk-in.ts';
import { readCounter } from './walk-in.data.ts';

let organisationId: OrganisationId;
let team: TeamId;
beforeEach(async () => {
  organisationId = (await createOrganisation()).id;
  team = (await createTeam(organisationId)).id;
});

const typed = (over: object = {}) => ({
  team,
  isOn: 'yes',
  channels: ['video', 'chat'],
  languages: ['nl', 'fr'],
  mostWaiting: 5,
  ...over,
});
const save = (over: object = {}) =>
  withOrganisation(organisationId, (scope) =>
    changeWalkIn(walkInForm.parse(typed(over))).apply(scope, epochMilliseconds(0)),
  );
const read = () => withOrganisation(organisationId, (scope) => readCounter(scope, team));

describe('the open counter of a team', () => {
  test('is there once it was set up, and what was typed takes the place of what was there', async () => {
    expect(await read()).toBeNull();
    const opening = { nl: 'Dag, waarmee kunnen wij helpen?', en: 'Hello' };
    await save({ openingText: opening, day1: '9.00-12.00, 13.00-16.30', day5: '9-12' });
    expect(await read()).toEqual({
      isOn: true,
      channels: ['video', 'chat'],
      languages: ['nl', 'fr'],
      mostWaiting: 5,
      openingText: { ...opening, fr: opening.nl, de: opening.nl },
      hours: [
        { weekday: 1, fromMinute: 540, untilMinute: 720 },
        { weekday: 1, fromMinute: 780, untilMinute: 990 },
        { weekday: 5, fromMinute: 540, untilMinute: 720 },
      ],
    });
    await save({ isOn: 'no', channels: 'chat', languages: 'nl', day2: '10-11' });
    expect(await read()).toMatchObject({
      isOn: false,
      channels: ['chat'],
      languages: ['nl'],
      openingText: null,
      hours: [{ weekday: 2, fromMinute: 600, untilMinute: 660 }],
    });
  });

  test.each([
    ['hours that cannot be read', { day3: 'voormiddag' }],
    ['hours that overlap', { day3: '9-12, 11-13' }],
    ['nothing over which it helps', { channels: undefined }],
    ['a channel that it cannot help over', { channels: ['phone'] }],
    ['no language', { languages: undefined }],
    ['nobody who may wait', { mostWaiting: 0 }],
  ])('refuses %s', (_what, over) => {
    expect(walkInForm.safeParse(typed(over)).success).toBe(false);
  });
});
