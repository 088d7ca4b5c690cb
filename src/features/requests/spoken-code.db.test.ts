import { beforeEach, describe, expect, test } from 'vitest';
import { postgresAttemptLimiter as attemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findLinkOfSpokenCode } from '#features/link/find-link-of-spoken-code.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { RequestId, SpokenCode } from '#journey/ids.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { makeSpokenCode } from './make-spoken-code.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
let counter: Counter;
let mieke: StaffActor;
let citizen: WaitingCitizen;
let id: RequestId;
let now: number;
let address: string;
let addresses = 0;
const clock = { now: () => now };

beforeEach(async () => {
  now = Date.now();
  addresses += 1;
  address = `203.0.113.${addresses}`;
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter)).actor;
  citizen = await createWaitingCitizen(counter);
  const about = { appointmentId: citizen.appointmentId, serviceId: counter.serviceId };
  id = (await createRequest(counter.organisation.id, about)).id;
});

const make = (by = mieke) => makeSpokenCode({ clock, linkSecret }, by, citizen.appointmentId, id);

async function made(): Promise<SpokenCode> {
  const result = await make();
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.code;
}

const type = async (code: string, from = address, organisationId = counter.organisation.id) => {
  const tools = { clock, linkSecret, attemptLimiter };
  const result = await findLinkOfSpokenCode(tools, organisationId, code as SpokenCode, from);
  return result.ok ? result.value : result.failure.code;
};
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('six digits that a clerk says', () => {
  test('lead to the one link of the request’s appointment, once', async () => {
    const code = await made();
    expect(await type(code)).toBe(deriveLinkToken(linkSecret, citizen.appointmentId));
    expect(await type(code)).toBe('unknown');
  });

  test('are good for ten minutes, for the newest only, and while the request is open', async () => {
    const first = await made();
    const second = await made();
    expect(await type(first)).toBe('unknown');
    now += 10 * MINUTE_MILLISECONDS;
    expect(await type(second)).toBe('unknown');
    const third = await made();
    await withOrganisation(counter.organisation.id, ({ db }) =>
      db.request.updateMany({ where: { id }, data: { state: 'withdrawn', settledAt: new Date(now) } }),
    );
    expect(await type(third)).toBe('unknown');
    expect(await make()).toMatchObject({ ok: false, failure: { code: 'settled' } });
  });

  test('are nothing to another municipality, and no other team makes them', async () => {
    const code = await made();
    expect(await type(code, address, (await createCounter()).organisation.id)).toBe('unknown');
    const stranger = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    expect(await make(stranger)).toMatchObject({ ok: false, failure: { code: 'notFound' } });
  });

  test('are not kept in a form that can be read', async () => {
    const code = await made();
    const rows = await withOrganisation(counter.organisation.id, ({ db }) => db.spokenCode.findMany());
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.codeHash ?? []).toString('latin1')).not.toContain(code);
  });

  test('are guessed at five times, however many try at once, and then the right ones fail too', async () => {
    const code = await made();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => type(other(code))));
    expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'tooMany')).toHaveLength(995);
    expect(await type(code)).toBe('tooMany');
    expect(await type(code, '198.51.100.7')).toBe(deriveLinkToken(linkSecret, citizen.appointmentId));
  });

  test('are guessed at no more than sixty times from all addresses together', async () => {
    const code = await made();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => type(other(code), `198.51.${addresses}.${index}`)),
    );
    expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(60);
    expect(await type(code, '198.51.100.8')).toBe('tooMany');
  });
});
