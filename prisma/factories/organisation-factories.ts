import { randomUUID } from 'node:crypto';
import type { Prisma } from '#db/generated/client.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { LocationId, OrganisationId, SeatId, ServiceId, StaffMemberId, TeamId } from '#journey/ids.ts';

/** Makers of rows, for tests and for the seed: everything has a sensible default, so that a caller says only what matters. */

type Overrides<Row> = Partial<Row>;

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

const plainTheme = {
  brand: '#0E5266',
  brandStrong: '#083947',
  brandTint: '#E2EEF0',
  onBrand: '#FFFFFF',
  dark: { brand: '#86CBDB', brandStrong: '#B5E2EC', brandTint: '#1B3A43', onBrand: '#0A2730' },
  radiusPx: 6,
  mark: { viewBox: '0 0 40 40', path: 'M4 36V12h32v24z' },
  facade: { viewBox: '0 0 100 40', path: 'M0 40V20h40v20zM50 40V10h40v30z' },
};

export async function createOrganisation(
  overrides: Overrides<Prisma.OrganisationUncheckedCreateInput> = {},
): Promise<{ id: OrganisationId; slug: string; host: string }> {
  const slug = overrides.slug ?? `stad-${randomUUID().slice(0, 8)}`;
  const id = (overrides.id ?? randomUUID()) as OrganisationId;
  const data: Prisma.OrganisationUncheckedCreateInput = {
    slug,
    host: `${slug}.localhost`,
    name: `Stad ${slug}`,
    formOfAddress: 'u',
    timeZone: 'Europe/Brussels',
    defaultLanguage: 'nl',
    languages: ['nl', 'fr', 'en', 'de'],
    phone: '+3295550120',
    streetLine: 'Graanmarkt 4',
    postalCode: '9999',
    city: slug,
    mailFrom: `balie@${slug}.example`,
    smsFrom: 'Balie',
    counterHours: { counter: everywhere('9 - 16'), phone: everywhere('9 - 16') },
    privacyContact: {
      officer: {
        name: everywhere('DPO'),
        email: `dpo@${slug}.example`,
        phone: '+3295550121',
        address: 'Graanmarkt 4',
      },
      authority: {
        name: everywhere('GBA'),
        address: everywhere('Drukpersstraat 35'),
        phone: '+3222744800',
        website: everywhere('https://authority.example'),
      },
    },
    theme: plainTheme,
    ...overrides,
    id,
  };
  await withOrganisation(id, ({ db }) => db.organisation.create({ data }));
  return { id, slug, host: data.host };
}

/** A building with a counter. */
export async function createLocation(
  organisationId: OrganisationId,
  overrides: Overrides<Prisma.LocationUncheckedCreateInput> = {},
): Promise<{ id: LocationId }> {
  return withOrganisation(organisationId, async ({ db }) => {
    const position = overrides.position ?? (await db.location.count()) + 1;
    const name = everywhere(`Stadhuis ${position}`);
    const address = { streetLine: `Graanmarkt ${position}`, postalCode: '9999', city: 'Leiebeke' };
    const location = await db.location.create({
      data: { name, ...address, ...overrides, position, organisationId },
      select: { id: true },
    });
    return { id: location.id as LocationId };
  });
}

export async function createTeam(
  organisationId: OrganisationId,
  overrides: Overrides<Prisma.TeamUncheckedCreateInput> & { alwaysOpen?: boolean } = {},
): Promise<{ id: TeamId; slug: string }> {
  const { alwaysOpen = true, ...row } = overrides;
  const slug = row.slug ?? `team-${randomUUID().slice(0, 8)}`;
  return withOrganisation(organisationId, async ({ db }) => {
    const team = await db.team.create({
      data: { name: everywhere(slug), ...row, slug, organisationId },
      select: { id: true },
    });
    if (alwaysOpen) {
      await db.openingHours.createMany({
        data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          organisationId,
          teamId: team.id,
          channel: 'video' as const,
          weekday,
          opensAtMinute: 0,
          closesAtMinute: 1440,
        })),
      });
    }
    return { id: team.id as TeamId, slug };
  });
}

export async function createSeat(
  organisationId: OrganisationId,
  teamId: TeamId,
  overrides: Overrides<Prisma.SeatUncheckedCreateInput> = {},
): Promise<{ id: SeatId; name: string }> {
  return withOrganisation(organisationId, async ({ db }) => {
    const position = overrides.position ?? (await nextSeatPosition(db, teamId));
    const data = {
      name: `Balie ${position}`,
      channels: ['video' as const],
      languages: ['nl' as const, 'fr' as const, 'en' as const, 'de' as const],
      ...overrides,
      position,
      teamId,
      organisationId,
    };
    const seat = await db.seat.create({ data, select: { id: true, name: true } });
    return { id: seat.id as SeatId, name: seat.name };
  });
}

/** The place after a team's last seat; who asks at the same time waits until this transaction is over. */
async function nextSeatPosition(db: OrganisationScope['db'], teamId: TeamId): Promise<number> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`seats ${teamId}`}, 0))::text`;
  const { _max } = await db.seat.aggregate({ where: { teamId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

export async function createService(
  organisationId: OrganisationId,
  teamId: TeamId,
  overrides: Overrides<Prisma.ServiceUncheckedCreateInput> = {},
): Promise<{ id: ServiceId; slug: string }> {
  const slug = overrides.slug ?? `service-${randomUUID().slice(0, 8)}`;
  return withOrganisation(organisationId, async ({ db }) => {
    const categoryId =
      overrides.categoryId ??
      (
        await db.serviceCategory.create({
          data: {
            organisationId,
            slug: `category-${slug}`,
            name: everywhere('Category'),
            icon: 'folder',
            position: 1,
          },
          select: { id: true },
        })
      ).id;
    const service = await db.service.create({
      data: {
        position: 1,
        channels: ['video'],
        durationMinutes: 15,
        minimumNoticeMinutes: 0,
        horizonDays: 30,
        feeCents: 0,
        name: everywhere(slug),
        summary: everywhere('Summary'),
        description: everywhere('Description'),
        forWhom: everywhere('Everybody'),
        searchTerms: { nl: [], fr: [], en: [], de: [] },
        lawfulBasis: everywhere('GDPR art. 6(1)(e)'),
        purpose: everywhere('Purpose'),
        dataAsked: [everywhere('Name')],
        recipients: [everywhere('Nobody else')],
        retentionDays: 90,
        ...overrides,
        slug,
        categoryId,
        teamId,
        organisationId,
      },
      select: { id: true },
    });
    return { id: service.id as ServiceId, slug };
  });
}

export async function createStaffMember(
  organisationId: OrganisationId,
  teamIds: readonly TeamId[],
  overrides: Overrides<Prisma.StaffMemberUncheckedCreateInput> = {},
): Promise<{ id: StaffMemberId; subject: string; name: string }> {
  const subject = overrides.subject ?? `subject-${randomUUID()}`;
  return withOrganisation(organisationId, async ({ db }) => {
    const data: Prisma.StaffMemberUncheckedCreateInput = {
      name: 'Mieke Verstraete',
      email: `${subject}@stad.example`,
      language: 'nl',
      roles: ['clerk'],
      ...overrides,
      subject,
      organisationId,
    };
    const member = await db.staffMember.create({ data, select: { id: true, name: true } });
    await db.teamMember.createMany({
      data: teamIds.map((teamId) => ({ organisationId, teamId, staffMemberId: member.id })),
    });
    return { id: member.id as StaffMemberId, subject, name: member.name };
  });
}
