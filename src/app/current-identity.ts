import { type Organisation, publicOrigin } from '#features/organisation/organisation.ts';
import type { IdentityTools } from '#panels/identity/identity-tools.ts';
import type { ProviderWay } from '#panels/identity/ui/known-provider-ways.tsx';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import { config } from '#shared/config/config.ts';
import { log } from '#shared/log.ts';
import { clock, identityProvidersOf, sealing } from '../wiring.ts';

/** What identifying needs, for one organisation. */
export function identityToolsOf(organisation: Organisation): IdentityTools {
  return { clock, providers: identityProvidersOf(organisation), sealing };
}

/** The same providers as who chooses one sees them: plain data, for a browser too. */
export function providerWaysOf(organisation: Organisation): readonly ProviderWay[] {
  return identityProvidersOf(organisation).map(toWay);
}

/** Those with pages of their own, for who is in no appointment: ours, which stand in for such pages, are part of one. */
export function awayWaysOf(organisation: Organisation): readonly ProviderWay[] {
  return identityProvidersOf(organisation)
    .filter(({ here }) => here === undefined)
    .map(toWay);
}

const toWay = ({ id, name, needs, highestLevel, gives }: IdentityProvider): ProviderWay => ({
  id,
  name,
  needs,
  highestLevel,
  gives,
});

/** Where a provider sends people back to. It stands in the provider's own settings, letter by letter. */
export function identityCallbackOf(organisation: Organisation, provider: string): string {
  const { PUBLIC_SCHEME, PUBLIC_PORT } = config();
  return `${publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT)}/api/identity/${provider}/callback`;
}

/** Tells whoever runs this why somebody did not get through: codes alone, and of a provider only a name that we gave it. */
export function logIdentityFailure(
  { providers }: IdentityTools,
  provider: string,
  failure: { readonly code: string; readonly detail?: string },
): void {
  const known = providers.find(({ id }) => id === provider)?.id;
  log.info({ provider: known, code: failure.code, detail: failure.detail }, 'identification did not succeed');
}
