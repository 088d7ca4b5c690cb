import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import type { CallerTools } from '#features/seat/open-caller.ts';
import type { ProvenTools } from '#features/seat/open-proven-caller.ts';
import type { AheadTools } from '#panels/identity/finish-ahead.ts';
import { takeCallersCode } from '#panels/identity/take-callers-code.ts';
import { config } from '#shared/config/config.ts';
import { attemptLimiter, clock } from '../wiring.ts';
import { identityToolsOf } from './current-identity.ts';

/** Brings together what an entry of who telephones needs of other steps: phrases and references of booking. */
export function callerTools(): CallerTools {
  return { clock, linkSecret: config().LINK_SECRET, drawPhrase, drawReference };
}

/** What proving who one is before one telephones needs. */
export function aheadToolsOf(organisation: Organisation): AheadTools {
  return { ...identityToolsOf(organisation), linkSecret: config().LINK_SECRET };
}

/** The same at the seat, where the code is said. */
export function provenCallerTools(organisation: Organisation): ProvenTools {
  const tools = aheadToolsOf(organisation);
  return {
    ...callerTools(),
    attemptLimiter,
    takeCode: (scope, code) => takeCallersCode(tools, scope, code),
  };
}
