import { markMissedByRule } from '#features/changes/mark-missed.ts';
import { offerFreedTimes } from '#features/changes/offer-freed-times.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import { logUnexpected } from '#shared/log.ts';
import { changeTools } from '../wiring.ts';

type OrganisationPlace = Awaited<ReturnType<typeof listOrganisations>>[number];

/** Offers what came free to who waits for an earlier time. */
export async function offerTimes(): Promise<void> {
  await forEach((organisation) => offerFreedTimes(changeTools, organisation), 'offering earlier times');
}

/** Marks the appointments that nobody came to. */
export async function markMissed(): Promise<void> {
  await forEach(({ id }) => markMissedByRule(changeTools, id), 'marking missed appointments');
}

/** Trouble in one organisation does not keep the others waiting. */
async function forEach(
  work: (organisation: OrganisationPlace) => Promise<unknown>,
  where: string,
): Promise<void> {
  for (const organisation of await listOrganisations()) {
    try {
      await work(organisation);
    } catch (error) {
      logUnexpected(error, where);
    }
  }
}
