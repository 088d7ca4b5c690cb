import type { OrganisationId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import {
  type BeginFailure,
  type IdentityFailure,
  identityMinutes,
  type VerifiedIdentity,
} from '#ports/identity-provider.ts';
import { hashState, suitableProviders } from './begin-identification.ts';
import { type BroughtBack, stateIn } from './finish-identification.ts';
import { finishSafely } from './finish-safely.ts';
import { identitySettings } from './identity-settings.ts';
import { type IdentityTools, thingOfAttempt } from './identity-tools.ts';
import { openMemory } from './open-memory.ts';

/** Somebody who is in no appointment goes to a provider. */
export type Leaving = {
  readonly provider: string;
  readonly language: Language;
  /** Where that provider sends people back to. */
  readonly redirectUri: string;
};

/** What must be kept of somebody who is away, to be found by the state that they bring back. */
export type Away = {
  readonly stateHash: Uint8Array<ArrayBuffer>;
  /** For this organisation and this state alone. */
  readonly memorySealed: Uint8Array<ArrayBuffer>;
  readonly leftAt: Date;
  readonly expiresAt: Date;
};

/** The providers with pages of their own that can vouch for what a service states: pages of ours that stand in for them are part of an appointment. */
export function awayProviders(
  providers: IdentityTools['providers'],
  statement: { readonly settings: object },
): IdentityTools['providers'] {
  return suitableProviders(providers, statement).filter(({ here }) => here === undefined);
}

/** Asks a provider that can vouch for what a service states. Nothing is held in the database meanwhile: it may be slow. */
export async function goAway(
  { clock, providers, sealing }: IdentityTools,
  organisationId: OrganisationId,
  statement: { readonly settings: object },
  { provider: id, language, redirectUri }: Leaving,
): Promise<
  Result<{ readonly redirectUrl: string; readonly away: Away }, { readonly code: 'notFound' } | BeginFailure>
> {
  const provider = awayProviders(providers, statement).find((each) => each.id === id);
  if (provider === undefined) return fail({ code: 'notFound' });
  const { level, attributes } = identitySettings.parse(statement.settings);
  const askedAt = clock.now();
  const begun = await provider.begin({ level, attributes, language, redirectUri, askedAt });
  if (!begun.ok) return begun;
  const { redirectUrl, memory } = begun.value;
  if (redirectUrl === null) throw new Error(`The provider ${id} leads nowhere.`);
  const stateHash = hashState(memory.state);
  const sealedFor = { organisationId, thing: thingOfAttempt(stateHash) };
  const memorySealed = sealing.seal(sealedFor, Buffer.from(JSON.stringify(memory)));
  const expiresAt = new Date(askedAt + identityMinutes * 60_000);
  return succeed({ redirectUrl, away: { stateHash, memorySealed, leftAt: new Date(askedAt), expiresAt } });
}

/** Reads what a provider says of who came back, with what was kept of them. */
export async function comeBack(
  { clock, providers, sealing }: IdentityTools,
  organisationId: OrganisationId,
  { provider: id, query }: BroughtBack,
  { memorySealed }: { readonly memorySealed: Uint8Array },
): Promise<Result<VerifiedIdentity, IdentityFailure | { readonly code: 'notFound' }>> {
  const provider = providers.find((each) => each.id === id);
  const memory = openMemory({ sealing }, organisationId, {
    stateHash: hashState(stateIn(query)),
    memorySealed,
  });
  if (provider === undefined || memory.provider !== id) return fail({ code: 'notFound' });
  const at = clock.now();
  if (at > memory.asked.askedAt + identityMinutes * 60_000) return fail({ code: 'expired' });
  return finishSafely(provider, { query, at }, memory);
}
