import type { FormTools } from '#panels/forms/own-form.ts';
import { clock, sealing } from '../wiring.ts';
import { currentOrganisation } from './current-request.ts';

/** What filling in a form needs of the world. */
export async function formTools(): Promise<FormTools> {
  const { timeZone } = await currentOrganisation();
  return { clock, sealing, timeZone };
}
