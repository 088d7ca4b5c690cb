import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { findToldContact } from './find-told-contact.ts';

afterAll(closeDatabase);

const bookedAt = new Date(Date.UTC(2026, 10, 20, 8));
const minutesLater = (minutes: number) => ({ now: () => bookedAt.getTime() + minutes * 60_000 });
const contact = { email: 'sofie@example.org', phone: '+32470123456', createdAt: bookedAt };

test('who booked a moment ago reads where the confirmation went, and later nobody does', async () => {
  const world = await openChangeWorld();
  const { actor } = await world.book(60, contact);
  expect(await findToldContact(minutesLater(1), actor)).toEqual({
    email: 'sofie@example.org',
    phone: '0470 12 34 56',
  });
  expect(await findToldContact(minutesLater(31), actor)).toBeNull();
  expect(await findToldContact(minutesLater(1), { ...actor, role: 'companion' })).toBeNull();
});

test('a number at which no text message arrives is not named', async () => {
  const world = await openChangeWorld();
  const { actor } = await world.book(60, { ...contact, phone: '+3293234567' });
  expect(await findToldContact(minutesLater(1), actor)).toEqual({ email: 'sofie@example.org', phone: null });
});
