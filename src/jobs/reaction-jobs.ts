import { escalate } from '#features/messages/escalate.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import { tellDelays } from '#features/waiting-room/tell-delays.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock, jobQueue } from '../wiring.ts';

/** Tells who still has to come that the counter runs late. */
export async function tellAllDelays(): Promise<void> {
  await forEach((id) => tellDelays({ clock, jobQueue }, id), 'telling of delays');
}

/** Follows up what came back or was not answered. */
export async function escalateAll(): Promise<void> {
  await forEach((id) => escalate({ clock, jobQueue }, id), 'escalating messages');
}

/** Trouble in one organisation does not keep the others waiting. */
async function forEach(work: (id: OrganisationId) => Promise<unknown>, where: string): Promise<void> {
  for (const { id } of await listOrganisations()) {
    try {
      await work(id);
    } catch (error) {
      logUnexpected(error, where);
    }
  }
}
