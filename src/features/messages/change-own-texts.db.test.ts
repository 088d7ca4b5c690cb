import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { createOrganisation, createStaffMember } from '../../../prisma/factories/organisation-factories.ts';
import { changeOwnTexts, versionOf, type WrittenTexts } from './change-own-texts.ts';
import { defaultTemplate } from './default-words.ts';
import { exampleStartAt, exampleTelling } from './example-telling.ts';
import { readMessageValues } from './message-values.ts';
import { findOwnTexts } from './own-texts.data.ts';
import { noOwnTexts, readOwnText, type WordingKey } from './own-texts.ts';

const key: WordingKey = { wording: 'cancellationByStaff', channel: 'email', language: 'nl' };
const unseen = versionOf(noOwnTexts, key);
const tools = {
  clock: { now: () => exampleStartAt },
  formOfAddress: 'u',
  values: readMessageValues({ kind: 'cancellation', channel: 'email' }, exampleTelling(), exampleStartAt),
} as const;

let elsewhere: StaffActor;

beforeAll(async () => {
  elsewhere = await hire(['administrator']);
});
afterAll(closeDatabase);

async function hire(roles: StaffActor['roles']): Promise<StaffActor> {
  const { id: organisationId } = await createOrganisation();
  const { id: staffMemberId } = await createStaffMember(organisationId, [], {
    name: 'An Beheer',
    roles: [...roles],
  });
  return {
    kind: 'staff',
    organisationId,
    staffMemberId,
    sessionId: staffMemberId as never,
    name: 'An Beheer',
    roles,
    teamIds: [],
    seat: null,
  };
}

const write = (actor: StaffActor, written: WrittenTexts, seen = unseen) =>
  changeOwnTexts(tools, actor, { key, written, seen });
const read = (actor: StaffActor) => withOrganisation(actor.organisationId, findOwnTexts);
const eventsOf = (actor: StaffActor) =>
  withOrganisation(actor.organisationId, ({ db }) =>
    db.event.findMany({ where: { type: 'administration.messageTextChanged' }, select: { payload: true } }),
  );

describe('the words of a message', () => {
  test('are kept where they are the municipality’s own, and told of without a word of them', async () => {
    const actor = await hire(['administrator']);
    const title = defaultTemplate(key, 'title', 'u');
    const outcome = await write(actor, {
      title,
      note: '  Wij bellen u.\r\nTot dan. ',
      subject: '',
      intro: '',
    });
    expect(outcome).toMatchObject({ kind: 'done' });
    expect([...(await read(actor))]).toEqual([
      ['cancellation email nl byStaff.note', 'Wij bellen u.\nTot dan.'],
    ]);
    expect(await eventsOf(actor)).toEqual([
      {
        payload: {
          wording: 'cancellationByStaff',
          messageKind: 'cancellation',
          channel: 'email',
          language: 'nl',
        },
      },
    ]);
    expect((await read(elsewhere)).size).toBe(0);
  });

  test('are the product’s again when they are left out; saving what is there tells nobody', async () => {
    const actor = await hire(['administrator']);
    const first = await write(actor, { note: 'Eigen woorden.' });
    if (first.kind !== 'done') throw new Error('not saved');
    expect(await write(actor, { note: 'Eigen woorden.' }, first.seen)).toEqual(first);
    expect(await eventsOf(actor)).toHaveLength(1);
    expect(await write(actor, {}, first.seen)).toEqual({ kind: 'done', seen: unseen });
    expect((await read(actor)).size).toBe(0);
  });

  test('are refused together, each with what is wrong, and nothing is kept', async () => {
    const actor = await hire(['administrator']);
    const outcome = await write(actor, { subject: '{service}', title: 'Goed', note: 'Dag {moment' });
    expect(outcome).toEqual({
      kind: 'refused',
      problems: {
        subject: [{ code: 'unknownVariable', names: ['service'] }],
        note: [{ code: 'brokenBraces' }],
      },
    });
    expect((await read(actor)).size).toBe(0);
  });

  test('are not put over those that somebody else wrote meanwhile, unless these were seen', async () => {
    const actor = await hire(['administrator']);
    await write(actor, { note: 'Van An.' });
    const outcome = await write(actor, { note: 'Van Bart.' });
    if (outcome.kind !== 'changedMeanwhile') throw new Error(outcome.kind);
    expect(outcome).toMatchObject({ by: 'An Beheer', at: new Date(exampleStartAt) });
    expect(readOwnText(await read(actor), key, 'note')).toBe('Van An.');
    await write(actor, { note: 'Van Bart.' }, outcome.seen);
    expect(readOwnText(await read(actor), key, 'note')).toBe('Van Bart.');
  });

  test('of several who save at once are those of one, and the others are told', async () => {
    const actor = await hire(['administrator']);
    const notes = Array.from({ length: 8 }, (_, index) => `Van nummer ${index}.`);
    const kinds = await Promise.all(notes.map((note) => write(actor, { note })));
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([...Array(7).fill('changedMeanwhile'), 'done']);
  });

  test.each(['clerk', 'expert', 'supervisor', 'privacyOfficer'] as const)(
    'are not for a %s',
    async (role) => {
      const actor = await hire([role]);
      expect(await write(actor, { note: 'Eigen woorden.' })).toEqual({ kind: 'forbidden' });
      expect((await read(actor)).size).toBe(0);
    },
  );
});
