import { expect, test } from 'vitest';
import type { StaffActor } from '#journey/actor.ts';
import { checkContact } from './check-contact.ts';

const lookup = { lookUp: async () => 'receives' as const };

test('only who books for citizens gets an answer', async () => {
  const actor = (roles: StaffActor['roles']) => ({ kind: 'staff', roles }) as unknown as StaffActor;
  const typed = { email: '', phone: '' };
  expect((await checkContact(lookup, actor(['clerk']), typed)).ok).toBe(true);
  expect((await checkContact(lookup, actor(['privacyOfficer']), typed)).ok).toBe(false);
});
