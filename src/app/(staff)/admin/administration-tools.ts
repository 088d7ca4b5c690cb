import type { AdministrationTools } from '#features/administration/make-change.ts';
import { clock } from '../../../wiring.ts';
import { currentOrganisation } from '../../current-request.ts';
import { countFreeTimes } from './count-free-times.ts';

/** What a change of the rules needs of the world and of the other steps of the journey. */
export async function administrationTools(): Promise<AdministrationTools> {
  const { timeZone } = await currentOrganisation();
  return { clock, timeZone, countFreeTimes };
}
