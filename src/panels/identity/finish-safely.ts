import { fail, type Result } from '#journey/result.ts';
import type {
  IdentityCallback,
  IdentityFailure,
  IdentityMemory,
  IdentityProvider,
  VerifiedIdentity,
} from '#ports/identity-provider.ts';
import { logUnexpected } from '#shared/log.ts';

/** Reads what a provider says. What nobody foresaw counts as a provider that cannot be reached, so that the person can try again. */
export async function finishSafely(
  provider: IdentityProvider,
  callback: IdentityCallback,
  memory: IdentityMemory,
): Promise<Result<VerifiedIdentity, IdentityFailure>> {
  try {
    return await provider.finish(callback, memory);
  } catch (error) {
    const errorId = logUnexpected(error, `identification with ${provider.id}`);
    return fail({ code: 'unavailable', detail: `error ${errorId}` });
  }
}
