import type { OrganisationContent } from './content.ts';
import { leiebeke } from './leiebeke.ts';
import { rozelaar } from './rozelaar.ts';

/** The two example municipalities, told apart by host. They are invented: names, numbers and people exist nowhere. */
export const organisations: readonly OrganisationContent[] = [leiebeke, rozelaar];
