import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { CompanionToken, ParticipantId, RoomName } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { visitCookie } from '#shared/cookies.ts';
import { createCookieToken, hashToken } from '#shared/secrets.ts';
import { createCompanionLink, createParticipant } from '../../../prisma/factories/conversation-factories.ts';
import { createStaffMember } from '../../../prisma/factories/organisation-factories.ts';
import {
  type Counter,
  createCounter,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { lookAtCompanionLink, openCompanionLink } from './open-companion-link.ts';

let counter: Counter;
let citizen: WaitingCitizen;
let token: CompanionToken;
let granted: string[];
let later = 0;
const clock = { now: () => Date.now() + later };
const videoRooms = {
  grant: async (_room: RoomName, who: readonly ParticipantId[], rights: string) =>
    void granted.push(`${rights} to ${who}`),
} as unknown as VideoRooms;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  later = 0;
  granted = [];
  counter = await createCounter();
  citizen = await createWaitingCitizen(counter);
  ({ token } = await createCompanionLink(counter.organisation.id, citizen.appointmentId));
});

/** A browser with its cookies. */
function openBrowser() {
  const jar = new Map<string, string>();
  const cookies = (name: string) => jar.get(name);
  return {
    look: () => lookAtCompanionLink(clock, counter.organisation.id, token, cookies),
    open: async (as: { movesOver?: boolean; secret?: string } = {}) => {
      const { movesOver = false, secret = token } = as;
      const opening = { token: secret, name: 'Karim Haddad', movesOver, cookies };
      const result = await openCompanionLink({ clock, videoRooms }, counter.organisation.id, opening);
      if (result.ok && result.value.cookieToken !== null)
        jar.set(visitCookie(result.value.reference), result.value.cookieToken);
      return result.ok ? 'opened' : result.failure.code;
    },
  };
}

const visits = () =>
  inside(({ db }) =>
    db.visit.findMany({
      where: { role: 'companion' },
      orderBy: { createdAt: 'asc' },
      include: { participants: true },
    }),
  );

describe('a third person’s link', () => {
  test('opens the waiting room under their own name and in its role, and says nothing before the click', async () => {
    const browser = openBrowser();
    expect(await browser.look()).toMatchObject({ role: 'interpreter', state: 'ready' });
    expect(await visits()).toEqual([]);
    expect(await browser.open()).toBe('opened');
    expect(await visits()).toMatchObject([{ companionName: 'Karim Haddad', companionRole: 'interpreter' }]);
    expect(await browser.look()).toMatchObject({ state: 'here' });
    expect(await browser.open()).toBe('opened');
    expect(await visits()).toHaveLength(1);
  });

  test('is one person’s: a second device is asked, takes the place, and is outside again', async () => {
    const phone = openBrowser();
    const laptop = openBrowser();
    await phone.open();
    const [first] = await visits();
    const participantId = await createParticipant(counter.organisation.id, citizen.conversationId, {
      role: 'companion',
      visitId: first?.id ?? '',
      state: 'admitted',
      admittedAt: new Date(),
    });
    const { id: clerkId } = await createStaffMember(counter.organisation.id, [counter.teamId]);
    await inside(({ db }) =>
      db.conversation.updateMany({
        where: { id: citizen.conversationId },
        data: { state: 'admitted', clerkId, admittedAt: new Date() },
      }),
    );
    expect(await laptop.look()).toMatchObject({ state: 'open' });
    expect(await laptop.open()).toBe('open');
    expect(await laptop.open({ movesOver: true })).toBe('opened');
    const [before, now] = await visits();
    expect(before?.yieldedAt).not.toBeNull();
    expect(before?.participants.map(({ id, state }) => [id, state])).toEqual([[participantId, 'waiting']]);
    expect(now).toMatchObject({ yieldedAt: null, participants: [] });
    expect(granted).toEqual([`observeNothing to ${participantId}`]);
  });

  test('lets one of many devices in that open it at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => openBrowser().open()));
    expect(results.filter((result) => result === 'opened')).toHaveLength(1);
    expect(results.filter((result) => result === 'open')).toHaveLength(4);
  });

  test('leaves the citizen who tries it in their own browser where they are', async () => {
    const { reference } = await inside(({ db }) => db.appointment.findFirstOrThrow({}));
    const own = createCookieToken();
    await inside(({ db }) => db.visit.updateMany({ data: { tokenHash: hashToken(own) } }));
    const cookies = (name: string) => (name === visitCookie(reference) ? own : undefined);
    const opening = { token, name: 'Karim Haddad', movesOver: false, cookies };
    expect(await lookAtCompanionLink(clock, counter.organisation.id, token, cookies)).toMatchObject({
      state: 'here',
    });
    const opened = await openCompanionLink({ clock, videoRooms }, counter.organisation.id, opening);
    expect(opened).toMatchObject({ ok: true, value: { cookieToken: null } });
    expect(await visits()).toEqual([]);
  });

  test('says that it is too early, withdrawn or over, and opens nothing then', async () => {
    const set = (data: object) =>
      inside(({ db }) => db.appointment.updateMany({ where: { id: citizen.appointmentId }, data }));
    later = -2 * 3_600_000;
    expect(await openBrowser().look()).toMatchObject({ state: 'early' });
    expect(await openBrowser().open()).toBe('early');
    later = 0;
    await set({ state: 'completed' });
    expect(await openBrowser().look()).toMatchObject({ state: 'over' });
    expect(await openBrowser().open()).toBe('over');
    await set({ state: 'booked' });
    await inside(({ db }) => db.companionLink.updateMany({ data: { withdrawnAt: new Date() } }));
    expect(await openBrowser().look()).toMatchObject({ state: 'withdrawn' });
    expect(await openBrowser().open()).toBe('withdrawn');
    expect(await visits()).toEqual([]);
  });

  test('is as unknown as any other secret once nothing of its appointment is kept, and in another town', async () => {
    const guess = 'x'.repeat(43);
    expect(await openBrowser().open({ secret: guess })).toBe('unknown');
    const elsewhere = await createCounter();
    expect(await lookAtCompanionLink(clock, elsewhere.organisation.id, token, () => undefined)).toBeNull();
    later = 400 * 24 * 3_600_000;
    expect(await openBrowser().look()).toBeNull();
  });
});
