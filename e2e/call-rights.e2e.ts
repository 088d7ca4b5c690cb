import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { ConversationId, CookieToken, ParticipantId, RoomName } from '#journey/ids.ts';
import { staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import {
  createConversation,
  createParticipant,
  createPresence,
  createVisit,
} from '../prisma/factories/conversation-factories.ts';
import { createSeatedClerk } from '../prisma/factories/seat-factories.ts';
import { bookDirectly, type OwnCounter, openCounter } from './support/counter.ts';
import { type Answer, ask } from './support/http.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { openRawClient } from './support/raw-client/open-raw-client.ts';

/** What the video server itself grants, tried with its bare library and with plain requests: no page of ours helps or hinders. */

const browser = shareBrowser();
const { livekit } = inject('stack');
const patience = { timeout: 15_000 };
const clerkName = 'Mieke Verstraete';
const citizenName = 'Sofie Van Daele';

afterAll(closeDatabase);

let counter: OwnCounter;
let clerk: { readonly token: CookieToken };

beforeEach(async () => {
  counter = await openCounter();
  clerk = await createSeatedClerk(counter, { name: clerkName });
});

type Visitor = {
  readonly reference: string;
  readonly cookie: string;
  readonly conversationId: ConversationId;
  readonly participantId: ParticipantId;
  readonly roomName: RoomName;
};

/** Somebody who opened the link of an appointment and waits. */
async function arrive(): Promise<Visitor> {
  const organisationId = counter.organisation.id;
  const { id, reference } = await bookDirectly(counter, { citizenName });
  const conversation = await createConversation(organisationId, counter.teamId, id);
  const visit = await createVisit(organisationId, id);
  const visitId = visit.id;
  const participantId = await createParticipant(organisationId, conversation.id, { visitId });
  await createPresence(organisationId, { visitId, teamId: counter.teamId, nodeId: counter.nodeId });
  return {
    reference,
    cookie: `${visitCookie(reference)}=${visit.token}`,
    conversationId: conversation.id,
    participantId,
    roomName: conversation.roomName,
  };
}

function post(path: string, cookie: string, body: object = {}): Promise<Answer> {
  const headers = { cookie, origin: counter.origin, 'content-type': 'application/json' };
  return ask(counter.origin, path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const askAsVisitor = (reference: string, cookie: string) => post(`/api/visits/${reference}/media`, cookie);

function askAsClerk(path: string, body?: object): Promise<Answer> {
  return post(`/api/seat/conversations/${path}`, `${staffSessionCookie}=${clerk.token}`, body);
}

function accessIn({ status, text }: Answer): { url: string; token: string; roomName: string } {
  expect(status, text).toBe(200);
  return JSON.parse(text) as { url: string; token: string; roomName: string };
}

const codeIn = ({ status, text }: Answer) => `${status} ${(JSON.parse(text) as { code: string }).code}`;

/** Enters the room with the library alone. */
async function enter(answer: Answer): Promise<Page> {
  const access = accessIn(answer);
  const page = await openRawClient(browser());
  expect(await connect(page, access)).toBeNull();
  return page;
}

const connect = (page: Page, access: { url: string; token: string }) =>
  page.evaluate(({ url, token }) => rawClient.connect(url, token), access);
const publish = (page: Page) => page.evaluate(() => rawClient.publish());
const stateOf = (page: Page) => page.evaluate(() => rawClient.state());
const tryEverything = (page: Page) => page.evaluate(() => rawClient.tryEverything());

/** Asks the video server's own interface, as its operator would. */
function askVideoServer(method: string, body: object, token: string): Promise<Answer> {
  return ask(livekit.url, `/twirp/livekit.RoomService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Both in conversation: the clerk prepared unseen, admitted, and sees the citizen's picture. */
async function converse(visitor: Visitor): Promise<{ citizen: Page; seat: Page }> {
  const citizen = await enter(await askAsVisitor(visitor.reference, visitor.cookie));
  const seat = await enter(await askAsClerk(`${visitor.conversationId}/media`));
  expect((await askAsClerk(`${visitor.conversationId}/admit`)).status).toBe(200);
  await expect.poll(() => publish(citizen), patience).toBeNull();
  expect(await publish(seat)).toBeNull();
  await expect.poll(async () => (await stateOf(seat)).subscribed, patience).toBeGreaterThan(0);
  await expect.poll(async () => (await stateOf(citizen)).subscribed, patience).toBeGreaterThan(0);
  return { citizen, seat };
}

describe('somebody with the link who was not admitted', () => {
  test('gets no media, no data, no name and no rights, though the clerk is there already', async () => {
    const visitor = await arrive();
    const seat = await enter(await askAsClerk(`${visitor.conversationId}/media`));
    expect(await publish(seat)).toBeNull();
    const citizen = await enter(await askAsVisitor(visitor.reference, visitor.cookie));

    expect(await publish(citizen)).toMatch(/insufficient permissions/);
    expect(await tryEverything(citizen)).toEqual([]);
    expect(await tryEverything(seat)).toEqual([]);
    const { people, data, subscribed, permissions, heard } = await stateOf(citizen);
    expect({ people, data, subscribed }).toEqual({ people: [], data: [], subscribed: 0 });
    expect(permissions).toMatchObject({ canPublish: false, canSubscribe: false, canPublishData: false });
    for (const name of ['Mieke', 'Verstraete', 'Sofie', 'Van Daele']) expect(heard).not.toContain(name);

    // The clerk, unseen, neither hears nor sees who waits, and gets nothing from them.
    const clerkSide = await stateOf(seat);
    expect({ data: clerkSide.data, subscribed: clerkSide.subscribed }).toEqual({ data: [], subscribed: 0 });
    // It would have been heard: admission brings it at once.
    expect((await askAsClerk(`${visitor.conversationId}/admit`)).status).toBe(200);
    await expect.poll(async () => (await stateOf(citizen)).heard, patience).toContain(clerkName);
    await expect.poll(async () => (await stateOf(citizen)).subscribed, patience).toBe(1);
  });

  test('rules over no room with that token, and makes none', async () => {
    const visitor = await arrive();
    const { token, roomName } = accessIn(await askAsVisitor(visitor.reference, visitor.cookie));
    const attempts: [string, object][] = [
      ['ListRooms', {}],
      ['ListParticipants', { room: roomName }],
      ['CreateRoom', { name: 'mine' }],
      ['DeleteRoom', { room: roomName }],
      [
        'UpdateParticipant',
        { room: roomName, identity: visitor.participantId, permission: { canPublish: true } },
      ],
      ['SendData', { room: roomName, data: 'cHNzdA==' }],
    ];
    for (const [method, body] of attempts) {
      expect((await askVideoServer(method, body, token)).status, method).toBe(401);
    }
  });

  test('who sees the own page say otherwise is given no more than the database says', async () => {
    const visitor = await arrive();
    const citizen = await enter(await askAsVisitor(visitor.reference, visitor.cookie));
    const settled = await post(`/api/visits/${visitor.reference}/media/rights`, visitor.cookie);
    expect(JSON.parse(settled.text)).toEqual({ rights: 'observeNothing' });
    expect(await publish(citizen)).toMatch(/insufficient permissions/);
  });

  test('gets nothing of the conversation of another appointment, whatever token or cookie they show', async () => {
    const mine = await arrive();
    const theirs = await arrive();
    await converse(theirs);
    // The cookie of one appointment at the address of another; the other's cookie is unknown here.
    const swapped = mine.cookie.replace(mine.reference, theirs.reference);
    for (const cookie of [mine.cookie, swapped, '']) {
      expect(codeIn(await askAsVisitor(theirs.reference, cookie))).toBe('404 unknown');
    }
    // The token of one appointment leads into its own room and no other.
    const access = accessIn(await askAsVisitor(mine.reference, mine.cookie));
    expect(access.roomName).not.toBe(theirs.roomName);
    const page = await openRawClient(browser());
    await connect(page, access);
    const { room, people, heard } = await stateOf(page);
    expect({ room, people }).toEqual({ room: mine.roomName, people: [] });
    expect(heard).not.toContain(theirs.roomName);
    expect(heard).not.toContain(clerkName);
    const list = await askVideoServer('ListParticipants', { room: theirs.roomName }, access.token);
    expect(list.status).toBe(401);
  });

  test('is refused when a page of another site asks', async () => {
    const { reference, cookie } = await arrive();
    const headers = { cookie, origin: 'http://elsewhere.example', 'content-type': 'application/json' };
    const answer = await ask(counter.origin, `/api/visits/${reference}/media`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    expect(codeIn(answer)).toBe('404 unknown');
  });
});

describe('somebody who was admitted', () => {
  test('gets camera and microphone and no more: no screen, no data, no other name; the clerk may show a screen', async () => {
    const { citizen, seat } = await converse(await arrive());
    expect(await tryEverything(citizen)).toEqual([]);
    expect(await tryEverything(seat)).toEqual(['screen']);
    for (const page of [citizen, seat]) expect((await stateOf(page)).data).toEqual([]);
  });

  test('and is asked for a screen may share one, until the question is taken back', async () => {
    const visitor = await arrive();
    const { citizen, seat } = await converse(visitor);
    const ask = (asks: boolean) =>
      askAsClerk(`${visitor.conversationId}/participants/${visitor.participantId}/screen`, { asks });
    expect((await ask(true)).status).toBe(200);
    await expect.poll(() => tryEverything(citizen), patience).toEqual(['screen']);
    await expect.poll(async () => (await stateOf(seat)).people[0]?.tracks, patience).toBe(2);
    expect((await ask(false)).status).toBe(200);
    await expect.poll(async () => (await stateOf(seat)).people[0]?.tracks, patience).toBe(1);
    expect(await tryEverything(citizen)).toEqual([]);
  });

  test('and put out again has nothing, also with the token that the video server refreshed', async () => {
    const visitor = await arrive();
    const { citizen, seat } = await converse(visitor);
    await expect.poll(async () => (await stateOf(citizen)).refreshedToken, patience).not.toBeNull();
    const { refreshedToken } = await stateOf(citizen);
    const expelled = await askAsClerk(
      `${visitor.conversationId}/participants/${visitor.participantId}/expel`,
    );
    expect(expelled.status).toBe(200);
    await expect.poll(async () => (await stateOf(citizen)).isConnected, patience).toBe(false);

    expect(await reenter(refreshedToken)).not.toBeNull();
    expect(codeIn(await askAsVisitor(visitor.reference, visitor.cookie))).toBe('200 notYet');
    // The clerk goes on in a new room.
    const renewed = accessIn(await askAsClerk(`${visitor.conversationId}/media`));
    expect(renewed.roomName).not.toBe(visitor.roomName);
    await expect.poll(async () => (await stateOf(seat)).isConnected, patience).toBe(false);
    expect(await connect(seat, renewed)).toBeNull();
  });

  test('has nothing any more when the clerk ended the conversation', async () => {
    const visitor = await arrive();
    const { citizen, seat } = await converse(visitor);
    await expect.poll(async () => (await stateOf(citizen)).refreshedToken, patience).not.toBeNull();
    const tokens = await Promise.all(
      [citizen, seat].map(async (page) => (await stateOf(page)).refreshedToken),
    );
    const outcomes = [{ serviceId: counter.serviceId, outcome: 'solved' }];
    const ended = await askAsClerk(`${visitor.conversationId}/end`, { outcomes, report: '' });
    expect(ended.status, ended.text).toBe(200);

    for (const page of [citizen, seat]) {
      await expect.poll(async () => (await stateOf(page)).isConnected, patience).toBe(false);
    }
    for (const token of tokens) expect(await reenter(token)).not.toBeNull();
    expect(codeIn(await askAsVisitor(visitor.reference, visitor.cookie))).toBe('200 ended');
    expect(codeIn(await askAsClerk(`${visitor.conversationId}/media`))).toBe('200 ended');
  });
});

/** Tries to come back with a token that was still good a moment ago. @returns why it did not work */
async function reenter(token: string | null): Promise<string | null> {
  const page = await openRawClient(browser());
  return connect(page, { url: livekit.publicUrl, token: token ?? '' });
}
