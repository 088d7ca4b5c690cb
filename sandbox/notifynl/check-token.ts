import { errors, jwtVerify } from 'jose';

/** How far a token's moment may be from now (NotifyNL, "REST API documentation", authorization header). */
const toleranceSeconds = 30;

/** What is wrong with the token of a request, in the words of the interface; null when it is sound. */
export async function tokenFault(
  authorization: string | undefined,
  { serviceId, secret }: { serviceId: string; secret: string },
): Promise<string | null> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return 'Unauthorized: authentication bearer scheme must be used';
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['iat', 'iss'],
    });
    if (payload.iss !== serviceId) return 'Invalid token: service not found';
    const ageSeconds = Date.now() / 1_000 - (payload.iat ?? 0);
    if (Math.abs(ageSeconds) > toleranceSeconds)
      return 'Error: Your system clock must be accurate to within 30 seconds';
    return null;
  } catch (error) {
    if (error instanceof errors.JWTClaimValidationFailed)
      return `Invalid token: ${error.claim} field not provided`;
    return 'Invalid token: API key not found';
  }
}
