import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentId, LinkToken, OrganisationId } from '#journey/ids.ts';
import { deriveSheetCode, hashSheetCode } from '#shared/sheet-code.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { findLinkOfCode } from './find-link-of-code.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
const startAt = Date.UTC(2026, 10, 24, 9);
let now = startAt;
const clock = { now: () => now };
const id = randomUUID() as AppointmentId;
const code = deriveSheetCode(linkSecret, id);
let organisationId: OrganisationId;
let linkToken: LinkToken;

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  const sheet = {
    id,
    startAt: new Date(startAt),
    email: null,
    sheetCodeHash: hashSheetCode(linkSecret, code),
  };
  ({ linkToken } = await createAppointment(place, linkSecret, sheet));
});

describe('the code of a printed sheet', () => {
  test('leads to the one link of its appointment, however it is typed', async () => {
    expect(await findLinkOfCode({ clock, linkSecret }, organisationId, code)).toBe(linkToken);
    expect(
      await findLinkOfCode(
        { clock, linkSecret },
        organisationId,
        ` ${code.toLowerCase().replace('-', ' ')} `,
      ),
    ).toBe(linkToken);
  });

  test.each(['', '7K2MQ-X4D9P', "' or 1=1 --", 'x'.repeat(5_000)])(
    'leads nowhere when it is %j',
    async (typed) => {
      expect(await findLinkOfCode({ clock, linkSecret }, organisationId, typed)).toBeNull();
    },
  );

  test('dies with the link that it leads to', async () => {
    const endAt = startAt + 15 * 60_000;
    now = endAt + 90 * 86_400_000 - 1;
    expect(await findLinkOfCode({ clock, linkSecret }, organisationId, code)).toBe(linkToken);
    now += 1;
    expect(await findLinkOfCode({ clock, linkSecret }, organisationId, code)).toBeNull();
    now = startAt;
  });

  test('leads nowhere in another municipality', async () => {
    const other = await createOrganisation();
    expect(await findLinkOfCode({ clock, linkSecret }, other.id, code)).toBeNull();
  });
});
