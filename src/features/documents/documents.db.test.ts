import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPostgresFileStore } from '#adapters/file-store/postgres-file-store.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  type SeatedClerk,
} from '../../../prisma/factories/seat-factories.ts';
import { mostDocumentBytes, mostDocuments, mostDocumentsPerItem } from './document-limits.ts';
import { keepDocument } from './keep-document.ts';
import { readDocument } from './read-document.ts';
import { withdrawDocument } from './withdraw-document.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };
const fileStore = createPostgresFileStore(() => 'a secret of the server that only tests know');
const tools = { clock, fileStore };
const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

let counter: Counter;
let clerk: SeatedClerk;
let uploadable: string;
let lookedAt: string;

beforeAll(async () => {
  counter = await createCounter();
  clerk = await createSeatedClerk(counter);
  [uploadable, lookedAt] = [await require(1, true), await require(2, false)];
});

async function require(position: number, mayUpload: boolean): Promise<string> {
  const { organisation, serviceId } = counter;
  const words = { icon: 'file-text', title: everywhere('Contract'), reason: everywhere('Omdat') };
  const data = { ...words, organisationId: organisation.id, serviceId, position, mayUpload };
  return withOrganisation(organisation.id, async ({ db }) => {
    const { id } = await db.serviceRequirement.create({ data, select: { id: true } });
    return id;
  });
}

async function invite(
  overrides: Parameters<typeof createAppointment>[2] = {},
  role: 'citizen' | 'companion' = 'citizen',
): Promise<VisitActor> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const times = { startAt: new Date(now + 86_400_000), endAt: new Date(now + 87_300_000) };
  const { id } = await createAppointment(place, 'a secret of links that only tests know', {
    ...times,
    ...overrides,
  });
  const companionName = role === 'companion' ? 'Karim Haddad' : null;
  const { id: visitId } = await createVisit(organisation.id, id, { role, companionName });
  return { kind: 'visitor', organisationId: organisation.id, visitId, appointmentId: id, role };
}

const photo = (length = 1200): Buffer => {
  const content = randomBytes(length);
  content.set([0xff, 0xd8, 0xff, 0xe1]);
  return content;
};
const send = (actor: VisitActor, content: Uint8Array = photo(), itemKey = uploadable) =>
  keepDocument(
    tools,
    { keeper: actor, appointmentId: actor.appointmentId },
    { origin: { kind: 'brought', itemKey }, name: 'contract.jpg', content },
  );

async function sent(actor: VisitActor, content?: Uint8Array) {
  const result = await send(actor, content);
  if (!result.ok) throw new Error(`It was refused: ${result.failure.code}.`);
  return result.value;
}

const problemOf = async (work: ReturnType<typeof send>) => {
  const result = await work;
  return result.ok ? null : result.failure.code;
};

describe('a document', () => {
  test('is read by a clerk of the team as it was sent, and told to the team', async () => {
    const actor = await invite();
    const content = photo(1_300_000);
    const id = await sent(actor, content);
    const read = await readDocument(tools, clerk.actor, id);
    expect(read).toMatchObject({ name: 'contract.jpg', mediaType: 'image/jpeg' });
    expect(Buffer.compare(Buffer.from(read?.content ?? []), content)).toBe(0);
    const events = await withOrganisation(actor.organisationId, ({ db }) =>
      db.event.findMany({ where: { type: 'document.kept' }, select: { stream: true, payload: true } }),
    );
    expect(events.map(({ stream }) => stream).sort()).toEqual([
      `appointment:${actor.appointmentId}`,
      `team:${counter.teamId}`,
    ]);
    expect(JSON.stringify(events)).not.toContain('contract');
  });

  test('lies unreadable in the database, and refuses to be read when a piece is changed or missing', async () => {
    const actor = await invite();
    const content = Buffer.concat([photo(600_000), Buffer.from('a line that nobody else may read')]);
    const id = await sent(actor, content);
    const chunks = () =>
      withOrganisation(actor.organisationId, ({ db }) =>
        db.fileChunk.findMany({ where: { documentId: id }, orderBy: { position: 'asc' } }),
      );
    const stored = await chunks();
    expect(stored).toHaveLength(2);
    expect(stored.some(({ bytes }) => Buffer.from(bytes).includes('nobody else'))).toBe(false);
    const other = createPostgresFileStore(() => 'another secret of the server altogether');
    await expect(readDocument({ fileStore: other }, clerk.actor, id)).rejects.toThrow();
    await withOrganisation(actor.organisationId, ({ db }) =>
      db.fileChunk.deleteMany({ where: { documentId: id, position: 1 } }),
    );
    await expect(readDocument(tools, clerk.actor, id)).rejects.toThrow();
  });

  test('is for clerks of its team alone', async () => {
    const id = await sent(await invite());
    const otherTeam = await createSeatedClerk(await createCounter(counter.organisation));
    const otherTown = await createSeatedClerk(await createCounter());
    for (const { actor } of [otherTeam, otherTown]) expect(await readDocument(tools, actor, id)).toBeNull();
    expect(await readDocument(tools, { ...clerk.actor, seat: null }, id)).toBeNull();
  });

  test('is gone with its bytes when the citizen takes it back, and only theirs', async () => {
    const [actor, other] = [await invite(), await invite()];
    const id = await sent(actor);
    expect(await withdrawDocument(clock, other, id)).toBe(false);
    expect(await withdrawDocument(clock, actor, id)).toBe(true);
    expect(await withdrawDocument(clock, actor, id)).toBe(false);
    expect(await readDocument(tools, clerk.actor, id)).toBeNull();
    const left = await withOrganisation(actor.organisationId, ({ db }) =>
      db.fileChunk.count({ where: { documentId: id } }),
    );
    expect(left).toBe(0);
  });
});

describe('what is not taken', () => {
  test('what is empty, too large or of another type, and the largest is taken', async () => {
    const actor = await invite();
    expect(await problemOf(send(actor, Buffer.alloc(0)))).toBe('empty');
    expect(await problemOf(send(actor, photo(mostDocumentBytes + 1)))).toBe('tooLarge');
    expect(await problemOf(send(actor, Buffer.from('<svg onload="alert(1)">')))).toBe('wrongType');
    expect(await problemOf(send(actor, photo(mostDocumentBytes)))).toBeNull();
  });

  test('what is only looked at, is of another service, or has no name', async () => {
    const actor = await invite();
    for (const item of [lookedAt, 'mandate', '', counter.serviceId])
      expect(await problemOf(send(actor, photo(), item))).toBe('notAsked');
  });

  test('what comes from a helper, or for an appointment that is over', async () => {
    expect(await problemOf(send(await invite({}, 'companion')))).toBe('notFound');
    const cancelled = await invite({ state: 'cancelled', cancelledAt: new Date(now) });
    expect(await problemOf(send(cancelled))).toBe('over');
  });

  test('a still picture where nobody is in conversation, or by a clerk of another team', async () => {
    const { appointmentId } = await invite();
    const taken = { origin: { kind: 'stillPicture' as const }, name: 'paper.jpg', content: photo() };
    const otherTeam = await createSeatedClerk(await createCounter(counter.organisation));
    const take = (keeper: SeatedClerk) =>
      problemOf(keepDocument(tools, { keeper: keeper.actor, appointmentId }, taken));
    expect(await take(clerk)).toBe('over');
    expect(await take(otherTeam)).toBe('notFound');
  });

  test('more than there may be, also when they come at the same time', async () => {
    const actor = await invite();
    const sends = Array.from({ length: mostDocumentsPerItem + 2 }, () => problemOf(send(actor)));
    const problems = await Promise.all(sends);
    expect(problems.filter((problem) => problem === null)).toHaveLength(mostDocumentsPerItem);
    expect(problems.filter((problem) => problem === 'tooMany')).toHaveLength(2);
    expect(mostDocuments).toBeGreaterThan(mostDocumentsPerItem);
  });
});
