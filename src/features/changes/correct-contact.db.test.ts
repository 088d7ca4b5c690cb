import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { correctContact, giveSheet, settleCall } from './correct-contact.ts';

afterAll(closeDatabase);

const linkSecret = 'a secret of links that only tests know';
type World = Awaited<ReturnType<typeof openChangeWorld>>;

async function openWorld() {
  const world = await openChangeWorld();
  return {
    world,
    clerk: await world.clerk(),
    tools: { ...world.tools, linkSecret, timeZone: 'Europe/Brussels' },
  };
}

const contactOf = (world: World, id: AppointmentId) =>
  withOrganisation(world.organisation.id, ({ db }) =>
    db.appointment.findFirstOrThrow({
      where: { id },
      select: {
        email: true,
        phone: true,
        sheetCodeHash: true,
        messages: { select: { kind: true, channel: true, state: true }, orderBy: { channel: 'asc' } },
      },
    }),
  );

const askForCall = (world: World, appointmentId: AppointmentId) =>
  withOrganisation(world.organisation.id, ({ db, organisationId }) =>
    db.callTask.create({
      data: {
        organisationId,
        appointmentId,
        teamId: world.teamId,
        reason: 'bounced',
        createdAt: new Date(0),
      },
    }),
  );

describe('a clerk corrects how somebody is reached', () => {
  test('which is kept as it is sent to, and told to screens without a word of it', async () => {
    const { world, clerk, tools } = await openWorld();
    const { id } = await world.book(3 * 24 * 60, { email: 'sofie@gmial.com', phone: null });
    const typed = { email: ' sofie@gmail.com ', phone: '0470 12 34 56' };
    expect(await correctContact(tools, clerk, id, typed)).toEqual({
      ok: true,
      value: { isToBeCalled: false },
    });
    const after = await contactOf(world, id);
    expect(after).toMatchObject({ email: 'sofie@gmail.com', phone: '+32470123456', sheetCodeHash: null });
    expect(after.messages).toContainEqual({ kind: 'reminder', channel: 'email', state: 'planned' });
    const events = await withOrganisation(world.organisation.id, ({ db }) =>
      db.event.findMany({ where: { type: 'appointment.contactCorrected' }, orderBy: { stream: 'asc' } }),
    );
    expect(events.map(({ stream }) => stream)).toEqual([`appointment:${id}`, `team:${world.teamId}`]);
    for (const { payload } of events) expect(payload).toEqual({ appointmentId: id, fields: 'email phone' });
  });

  test('and what was planned for a way that is gone goes on the one that is there', async () => {
    const { world, clerk, tools } = await openWorld();
    const { id } = await world.book(3 * 24 * 60, { email: 'sofie@example.org', phone: null });
    await correctContact(tools, clerk, id, { email: 'sofie@example.com', phone: '' });
    await correctContact(tools, clerk, id, { email: '', phone: '0470123456' });
    expect((await contactOf(world, id)).messages).toEqual([
      { kind: 'reminder', channel: 'sms', state: 'planned' },
    ]);
    // Mail is what the municipality reminds by; a text message was only in its place.
    await correctContact(tools, clerk, id, { email: 'sofie@example.com', phone: '0470123456' });
    expect((await contactOf(world, id)).messages).toEqual([
      { kind: 'reminder', channel: 'email', state: 'planned' },
    ]);
  });

  test('to a landline alone, with a sheet to print', async () => {
    const { world, clerk, tools } = await openWorld();
    const { id } = await world.book(3 * 24 * 60, { email: 'sofie@example.org', phone: null });
    expect(await correctContact(tools, clerk, id, { email: '', phone: '09 323 45 67' })).toMatchObject({
      ok: true,
    });
    const after = await contactOf(world, id);
    expect(after).toMatchObject({ email: null, phone: '+3293234567', messages: [] });
    expect(after.sheetCodeHash).not.toBeNull();
  });

  test('and hears what is wrong with what was typed, of which nothing is kept', async () => {
    const { world, clerk, tools } = await openWorld();
    const { id } = await world.book(60, { channel: 'phone', email: null, phone: '+32470123456' });
    expect(await correctContact(tools, clerk, id, { email: 'sofie@', phone: '' })).toEqual({
      ok: false,
      failure: { code: 'wrongFields', problems: { email: 'emailWrong', phone: 'phoneNeeded' } },
    });
    expect(await correctContact(tools, clerk, id, { email: '', phone: '12' })).toMatchObject({
      failure: { problems: { phone: 'phoneWrong' } },
    });
    expect(await contactOf(world, id)).toMatchObject({ email: null, phone: '+32470123456' });
  });

  test('and a number that was wrong is called again when it is another one', async () => {
    const { world, clerk, tools } = await openWorld();
    const { id } = await world.book(60, { email: 'sofie@example.org', phone: '+3293234567' });
    await askForCall(world, id);
    const inWorld = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
      withOrganisation(world.organisation.id, work);
    const callOf = () => inWorld(({ db }) => db.callTask.findFirstOrThrow({ where: { appointmentId: id } }));
    await inWorld(({ db }) =>
      db.callTask.updateMany({
        where: { appointmentId: id },
        data: { result: 'wrongNumber', tries: 1, triedAt: new Date(0), triedById: clerk.staffMemberId },
      }),
    );
    await correctContact(tools, clerk, id, { email: 'sofie@example.com', phone: '09 323 45 67' });
    expect(await callOf()).toMatchObject({ result: 'wrongNumber' });
    await correctContact(tools, clerk, id, { email: 'sofie@example.com', phone: '09 323 45 68' });
    expect(await callOf()).toMatchObject({ result: null, tries: 0, settledAt: null });
  });

  test('and may take the person off the list of calls', async () => {
    const { world, clerk, tools } = await openWorld();
    const { id } = await world.book(60, { email: 'sofie@example.org', phone: null });
    await askForCall(world, id);
    const typed = { email: 'sofie@example.com', phone: '' };
    expect(await correctContact(tools, clerk, id, typed)).toMatchObject({ value: { isToBeCalled: true } });
    expect(await settleCall(tools, clerk, id)).toEqual({ ok: true, value: 'settled' });
    expect(await correctContact(tools, clerk, id, typed)).toMatchObject({ value: { isToBeCalled: false } });
    expect(await world.eventsOf(id)).toEqual(
      expect.arrayContaining(['appointment call.settled', 'team call.settled']),
    );
  });
});

test('nobody of another team corrects, takes off the list or gives a sheet', async () => {
  const [{ world, tools }, other] = [await openWorld(), await openWorld()];
  const { id } = await world.book(60, { email: 'sofie@example.org', phone: null });
  const stranger = { ...other.clerk, organisationId: world.organisation.id };
  const notFound = { ok: false, failure: { code: 'notFound' } };
  expect(await correctContact(tools, stranger, id, { email: '', phone: '' })).toEqual(notFound);
  expect(await settleCall(tools, stranger, id)).toEqual(notFound);
  expect(await giveSheet(tools, stranger, id)).toEqual(notFound);
  expect(await contactOf(world, id)).toMatchObject({ email: 'sofie@example.org', sheetCodeHash: null });
});

test('a sheet can be given to who had none, once', async () => {
  const { world, clerk, tools } = await openWorld();
  const { id } = await world.book(60, { email: 'sofie@example.org', phone: null });
  for (const _ of [1, 2]) expect(await giveSheet(tools, clerk, id)).toEqual({ ok: true, value: 'given' });
  expect((await contactOf(world, id)).sheetCodeHash).not.toBeNull();
  expect((await world.eventsOf(id)).filter((event) => event.endsWith('sheetGiven'))).toHaveLength(2);
});
