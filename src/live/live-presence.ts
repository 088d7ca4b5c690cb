import { clock } from '../wiring.ts';
import { nodeId } from './node-lease.ts';
import { keepPresence } from './presence.ts';

/** A reload takes a second or two; a closed tab must be gone within ten. */
const graceMilliseconds = 5_000;

/** Who is connected to this process. */
export const livePresence = keepPresence({ nodeId: nodeId(), clock, graceMilliseconds });
