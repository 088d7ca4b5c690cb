import { AccessToken } from 'livekit-server-sdk';
import { afterAll, expect, inject, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import {
  createConversation,
  createParticipant,
  createPresence,
  createVisit,
} from '../prisma/factories/conversation-factories.ts';
import { createSeatedClerk } from '../prisma/factories/seat-factories.ts';
import { bookDirectly, openCounter } from './support/counter.ts';
import { ask } from './support/http.ts';
import { closeDatabase } from './support/product-database.ts';

const { livekit } = inject('stack');

afterAll(closeDatabase);

/** Everything by which a LiveKit server can be told to keep or send on what is said and seen. */
const recordings = [
  'StartRoomCompositeEgress',
  'StartWebEgress',
  'StartParticipantEgress',
  'StartTrackCompositeEgress',
  'StartTrackEgress',
  'ListEgress',
];

const tell = (service: string, token: string, body: object) =>
  ask(livekit.url, `/twirp/livekit.${service}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** What the video server answers to each way of recording. */
const tryToRecord = async (room: string, token: string) =>
  Promise.all(
    recordings.map(async (method) => {
      const file = { filepath: '/tmp/recording.mp4' };
      const wish = { room_name: room, identity: 'anybody', track_id: 'TR_x', url: 'http://x.invalid', file };
      return (await tell(`Egress/${method}`, token, wish)).text;
    }),
  );

/** A running conversation, and the tokens of everybody in it as the product gives them. */
async function openConversation() {
  const counter = await openCounter();
  const organisationId = counter.organisation.id;
  const clerk = await createSeatedClerk(counter);
  const { staffMemberId } = clerk.actor;
  const { id, reference } = await bookDirectly(counter);
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  const conversation = await createConversation(organisationId, counter.teamId, id, {
    ...admitted,
    clerkId: staffMemberId,
  });
  await createParticipant(organisationId, conversation.id, { ...admitted, role: 'clerk', staffMemberId });
  const askToken = async (path: string, cookie: string) => {
    const headers = { cookie, origin: counter.origin, 'content-type': 'application/json' };
    const { text } = await ask(counter.origin, path, { method: 'POST', headers, body: '{}' });
    const { token } = JSON.parse(text) as { token?: string };
    expect(token, text).toBeTypeOf('string');
    return token ?? '';
  };
  const tokens: string[] = [];
  for (const person of [{ role: 'citizen' }, { role: 'companion', companionName: 'An' }] as const) {
    const visit = await createVisit(organisationId, id, person);
    await createParticipant(organisationId, conversation.id, {
      ...admitted,
      role: person.role,
      visitId: visit.id,
    });
    await createPresence(organisationId, {
      visitId: visit.id,
      teamId: counter.teamId,
      nodeId: counter.nodeId,
    });
    tokens.push(await askToken(`/api/visits/${reference}/media`, `${visitCookie(reference)}=${visit.token}`));
  }
  const seat = `/api/seat/conversations/${conversation.id}/media`;
  tokens.push(await askToken(seat, `${staffSessionCookie}=${clerk.token}`));
  const { roomName } = await withOrganisation(organisationId, ({ db }) =>
    db.conversation.findFirstOrThrow({ where: { id: conversation.id } }),
  );
  return { room: roomName ?? '', tokens };
}

test('nobody in a conversation can make the video server record it: citizen, companion or clerk', async () => {
  const { room, tokens } = await openConversation();
  expect(tokens).toHaveLength(3);
  for (const token of tokens) {
    for (const answer of await tryToRecord(room, token))
      expect(answer).toMatch(/permission|unauthenticated/i);
  }
});

test('the video server says that by the right to record, and not of everybody', async () => {
  const operator = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity: 'operator', ttl: 60 });
  operator.addGrant({ roomRecord: true });
  for (const answer of await tryToRecord('room', await operator.toJwt()))
    expect(answer).not.toMatch(/permission|unauthenticated/i);
});
