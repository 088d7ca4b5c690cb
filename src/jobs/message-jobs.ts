import { withOrganisation } from '#db/organisation-scope.ts';
import {
  type DeliveryFrom,
  rememberSettled,
  sendTaken,
  type Taken,
  takeMessages,
} from '#features/messages/deliver-messages.ts';
import { findDueChannels, type Settled } from '#features/messages/delivery.data.ts';
import { createLane, deliveryWindow, type Lane } from '#features/messages/delivery-lane.ts';
import { rememberStops } from '#features/messages/remember-stops.ts';
import { findOrganisation, listOrganisations } from '#features/organisation/organisation.data.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import type { MessageId, OrganisationId } from '#journey/ids.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { config } from '#shared/config/config.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock, mailer, smsSender } from '../wiring.ts';
import { createDueList, type DueList } from './due-list.ts';

const rest = [1_000, 30_000] as const;

/** Trouble of the way itself, whoever the message is for. */
const shutCodes: ReadonlySet<string> = new Set([
  'unreachable',
  'noAnswer',
  'signOnRefused',
  'providerUnavailable',
  'tooMany',
]);

type InHand = { readonly from: DeliveryFrom; readonly taken: Taken };
type Remembered = { readonly organisationId: OrganisationId; readonly settled: Settled };

/** The worker's deliveries: one way out per channel, so that trouble on one keeps nothing waiting on the other. */
export type Deliveries = {
  /** A message was planned for now: it goes before what waits by the thousand. */
  readonly deliver: (message: {
    readonly organisationId: OrganisationId;
    readonly messageId: MessageId;
  }) => void;
  /** Looks in every organisation for what is due; trouble in one does not keep the others waiting. */
  readonly sweep: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export function startDeliveries(): Deliveries {
  const ways = (['email', 'sms'] as const).map((channel) => {
    const due = createDueList();
    return { channel, due, lane: openLane(channel, due) };
  });
  return {
    deliver: ({ organisationId, messageId }) => {
      for (const { due, lane } of ways) {
        due.addUrgent(organisationId, messageId);
        lane.wake();
      }
    },
    sweep: async () => {
      for (const { id } of await listOrganisations()) {
        try {
          const now = epochMilliseconds(clock.now());
          const channels = await withOrganisation(id, (scope) => findDueChannels(scope, now));
          for (const { due, lane } of ways.filter(({ channel }) => channels.includes(channel))) {
            due.add(id);
            lane.wake();
          }
        } catch (error) {
          logUnexpected(error, 'sweeping messages');
        }
      }
    },
    stop: async () => {
      await Promise.all(ways.map(({ lane }) => lane.stop()));
    },
  };
}

function openLane(channel: MessageChannel, due: DueList): Lane {
  const { LINK_SECRET, MAIL_RETURN } = config();
  const tools = { clock, mailer, smsSender, linkSecret: LINK_SECRET, mailReturn: MAIL_RETURN };
  return createLane<InHand, Remembered>(
    {
      take: (room) => due.take(room, (turn) => takeTurn(channel, turn)),
      send: async ({ from, taken }) => ({
        organisationId: from.sender.id,
        settled: await sendTaken(tools, from, taken),
      }),
      remember: async (results) => {
        const byOrganisation = Map.groupBy(results, ({ organisationId }) => organisationId);
        for (const [organisationId, group] of byOrganisation) {
          const settled = group.map((each) => each.settled);
          await rememberSettled({ clock }, organisationId, settled);
          await rememberStops({ clock }, organisationId, settled);
        }
      },
      isShut: ({ settled: { change } }) =>
        change.state === 'failedTemporarily' && shutCodes.has(change.failureCode),
    },
    { window: deliveryWindow, rest },
  );
}

type Turn = Parameters<Parameters<DueList['take']>[1]>[0];

/** Takes what one organisation has for this turn. */
async function takeTurn(channel: MessageChannel, { organisationId, limit, ids }: Turn) {
  const sender = await findOrganisation(organisationId);
  if (sender === null) return { items: [], isAll: true };
  const { PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const from = { sender, origin: publicOrigin(sender, PUBLIC_SCHEME, PUBLIC_PORT) };
  const which = { channel, limit, ...(ids && { ids }) };
  const { taken, claimed } = await takeMessages({ clock }, sender, which);
  const items = taken.map((each): InHand => ({ from, taken: each }));
  return { items, isAll: claimed < limit };
}
