import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import type { ScanHere, ScanStep, WalletHere } from '#ports/identity-provider.ts';
import { numberOf } from './answer-wallet.ts';
import { hashState } from './begin-identification.ts';
import type { IdentityTools } from './identity-tools.ts';
import { findExchange, saveMatched, saveOnThisDevice, type WalletExchange } from './wallet-exchange.data.ts';

/** A wallet speaks to us alone, so how far it is stands in our own database. On our page it is a scan like the others. */
export function walletScan(
  { clock }: Pick<IdentityTools, 'clock'>,
  organisationId: OrganisationId,
  { show }: WalletHere,
): ScanHere {
  const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
    withOrganisation(organisationId, work);
  return {
    kind: 'scan',
    numberOn: 'ourPage',
    show,
    follow: async ({ state }) => stepOf(await inside((scope) => findExchange(scope, hashState(state)))),
    pair: async ({ state }, digits) => {
      const stateHash = hashState(state);
      const exchange = await inside((scope) => findExchange(scope, stateHash));
      if (exchange?.codeHash == null || numberOf(exchange.codeHash) !== digits) return false;
      return inside((scope) => saveMatched(scope, stateHash, new Date(clock.now())));
    },
    stayOnThisDevice: ({ state }) => inside((scope) => saveOnThisDevice(scope, hashState(state))),
  };
}

function stepOf(exchange: WalletExchange | null): ScanStep {
  if (exchange === null || exchange.matchedAt !== null) return 'over';
  const isAnswered = exchange.answerSealed !== null;
  // On this device the wallet leads back by itself, with what proves that it is this device.
  if (isAnswered && !exchange.isOnThisDevice) return 'pairing';
  return exchange.fetchedAt === null ? 'waiting' : 'connected';
}
