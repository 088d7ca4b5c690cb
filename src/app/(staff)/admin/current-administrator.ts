import { redirect } from 'next/navigation';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { currentStaff } from '../../current-request.ts';

/** Who is signed on, when that is an administrator; null for other staff. Whoever is not signed on goes there first. */
export async function currentAdministrator(path: string): Promise<StaffActor | null> {
  const actor = await currentStaff();
  if (actor === null) redirect(`/sign-on?callbackUrl=${encodeURIComponent(path)}`);
  return mayDo(actor, 'administer') ? actor : null;
}
