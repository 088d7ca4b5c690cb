import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import { namesSomebody } from '#shared/http/client-address.ts';

/** A library, a company or a mobile network stands behind one address; filling the clerks' list takes far more. */
const perAddress = { name: 'callback-address', attempts: 10, perSeconds: 600 };
/** Nobody corrects a request so often; whoever lets somebody else be called does. */
const perNumber = { name: 'callback-number', attempts: 10, perSeconds: 86_400 };

/** Whether one more request to be called is taken now. @param phone E.164 */
export async function mayAskForCall(
  limiter: AttemptLimiter,
  phone: string,
  address: string,
): Promise<boolean> {
  if (namesSomebody(address) && !(await limiter.allow(perAddress, address))) return false;
  return limiter.allow(perNumber, phone);
}
