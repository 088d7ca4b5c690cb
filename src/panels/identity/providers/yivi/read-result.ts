import { createHash } from 'node:crypto';
import { errors, importSPKI, jwtVerify } from 'jose';
import { z } from 'zod';
import { reachesLevel } from '#journey/assurance-level.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { IdentityFailure, IdentityMemory, VerifiedIdentity } from '#ports/identity-provider.ts';
import { type Disclosed, readPerson, wishedAttributes } from './attributes.ts';
import { yiviLevels } from './levels.ts';
import type { YiviMemory } from './session.ts';
import type { YiviSettings } from './settings.ts';

/** Clocks differ by this at most. */
const toleranceSeconds = 30;

const attribute = z.object({
  id: z.string(),
  rawvalue: z.string().nullish(),
  status: z.string(),
});

const resultClaims = z.object({
  token: z.string(),
  status: z.string(),
  type: z.string(),
  proofStatus: z.string(),
  disclosed: z.array(z.array(attribute)),
  iat: z.number(),
});
type ResultClaims = z.infer<typeof resultClaims>;

type Known = {
  readonly id: string;
  readonly settings: YiviSettings;
  readonly memory: IdentityMemory;
  readonly session: YiviMemory;
  /** Epoch milliseconds. */
  readonly at: number;
};

/** Judges what the server says of a session that is done. Each check that fails refuses the whole of it. */
export async function judgeResult(
  known: Known,
  jwt: string,
): Promise<Result<VerifiedIdentity, IdentityFailure>> {
  const { settings, memory, session } = known;
  const claims = await openResult(known, jwt);
  if (!claims.ok) return claims;
  const { token, status, type, proofStatus, disclosed, iat } = claims.value;
  // A result of the server that is genuine, and somebody else's.
  if (token !== session.token) return invalid('another session');
  if (status !== 'DONE' || type !== 'disclosing') return invalid('not disclosed');
  if (proofStatus !== 'VALID')
    return invalid(`proof ${/^[A-Z_]{1,30}$/.test(proofStatus) ? proofStatus : '?'}`);
  if (iat + toleranceSeconds < memory.asked.askedAt / 1000) return invalid('disclosed before');
  const values = readDisclosed(settings.scheme, memory, disclosed);
  if (values === null) return invalid('other attributes');
  return judgePerson(known, values, { jwt, iat });
}

/** A signature of the server over it, for this purpose and not too old. */
async function openResult(
  { settings: { serverKey, resultIssuer }, at }: Known,
  jwt: string,
): Promise<Result<ResultClaims, IdentityFailure>> {
  try {
    const { payload } = await jwtVerify(jwt, await importSPKI(serverKey, 'RS256'), {
      algorithms: ['RS256'],
      issuer: resultIssuer,
      subject: 'disclosing_result',
      requiredClaims: ['exp', 'iat'],
      clockTolerance: toleranceSeconds,
      currentDate: new Date(at),
    });
    const read = resultClaims.safeParse(payload);
    return read.success ? succeed(read.data) : invalid('another form');
  } catch (error) {
    return invalid(error instanceof errors.JOSEError ? error.code : 'unreadable');
  }
}

/** The values by their names within the credential; null for anything but exactly what was asked, from one credential. */
function readDisclosed(
  scheme: string,
  { asked }: IdentityMemory,
  disclosed: ResultClaims['disclosed'],
): Disclosed | null {
  const [attributes, ...others] = disclosed;
  if (attributes === undefined || others.length > 0) return null;
  const wished = wishedAttributes(scheme, asked.attributes);
  const isExact =
    attributes.length === wished.length &&
    wished.every((id) => attributes.some((each) => each.id === id && each.status === 'PRESENT'));
  if (!isExact) return null;
  return Object.fromEntries(attributes.map(({ id, rawvalue }) => [id.split('.').at(-1), rawvalue ?? '']));
}

function judgePerson(
  { id, settings, memory: { asked } }: Known,
  values: Disclosed,
  { jwt, iat }: { readonly jwt: string; readonly iat: number },
): Result<VerifiedIdentity, IdentityFailure> {
  const read = readPerson(values);
  if (!read.ok) return invalid(read.failure.code);
  const { acr, ...person } = read.value;
  const line = yiviLevels.find((each) => each.acr === acr);
  if (line === undefined || !reachesLevel(line.level, asked.level))
    return fail({ code: 'levelTooLow', reached: line?.level ?? null });
  return succeed({
    level: line.level,
    provider: id,
    method: line.method,
    subject: null,
    ...person,
    mandate: null,
    evidence: {
      issuer: settings.server,
      acr: `${settings.scheme}.${acr}`,
      amr: [],
      authenticatedAt: iat,
      idTokenHash: createHash('sha256').update(jwt).digest('hex'),
    },
  });
}

const invalid = (detail: string) => fail({ code: 'invalidAnswer', detail: `answer: ${detail}` } as const);
