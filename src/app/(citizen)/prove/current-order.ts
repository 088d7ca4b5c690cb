import { cache } from 'react';
import type { ProofToken } from '#journey/ids.ts';
import { readOrder } from '#panels/identity/answer-order.ts';
import { config } from '#shared/config/config.ts';
import { parseToken } from '#shared/secrets.ts';
import { clock } from '../../../wiring.ts';
import { currentOrganisation } from '../../current-request.ts';

/** What the address of a proof leads to, and the name of the software that asked for it; null for what is unknown or over. */
export const currentOrder = cache(async (written: string) => {
  const token = parseToken<ProofToken>(written);
  if (token === null) return null;
  const organisation = await currentOrganisation();
  const order = await readOrder({ clock }, organisation.id, token);
  const clients = config().CONTACT_CLIENTS[organisation.slug] ?? [];
  const client = clients.find(({ id }) => id === order?.clientId);
  return order && client ? { ...order, token, clientName: client.name } : null;
});
