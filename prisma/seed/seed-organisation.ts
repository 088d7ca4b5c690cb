import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, TeamId } from '#journey/ids.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../factories/organisation-factories.ts';
import { categories } from './catalogue/categories.ts';
import { services } from './catalogue.ts';
import type { OrganisationContent, ServiceContent } from './content.ts';
import { bookingRules } from './opening-hours.ts';

type TeamIds = ReadonlyMap<string, TeamId>;

/** Writes one municipality with its teams, staff and catalogue. */
export async function seedOrganisation(content: OrganisationContent): Promise<OrganisationId> {
  const { teams, staff, counterHours, privacyContact, theme, languages, mailFrom, ...facts } = content;
  const { id } = await createOrganisation({
    ...facts,
    mailFrom: addressOf(mailFrom),
    languages: [...languages],
    counterHours,
    privacyContact,
    theme,
  });
  const teamIds = new Map<string, TeamId>();
  for (const team of teams) {
    const { id: teamId } = await createTeam(id, { slug: team.slug, name: team.name, alwaysOpen: false });
    teamIds.set(team.slug, teamId);
    await withOrganisation(id, ({ db }) =>
      db.openingHours.createMany({
        data: team.openingHours.map((hours) => ({
          ...hours,
          channel: 'video' as const,
          organisationId: id,
          teamId,
        })),
      }),
    );
    for (const seat of team.seats) await createSeat(id, teamId, seat);
  }
  for (const member of staff) {
    const { teams: slugs, roles, ...row } = member;
    await createStaffMember(
      id,
      slugs.flatMap((slug) => teamIds.get(slug) ?? []),
      { ...row, roles: [...roles] },
    );
  }
  await seedCatalogue(id, content.slug, teamIds);
  return id;
}

async function seedCatalogue(
  organisationId: OrganisationId,
  slug: OrganisationContent['slug'],
  teamIds: TeamIds,
): Promise<void> {
  const categoryIds = new Map<string, string>();
  for (const [index, category] of categories.entries()) {
    const data = { ...category, organisationId, position: index + 1 };
    const row = await withOrganisation(organisationId, ({ db }) =>
      db.serviceCategory.create({ data, select: { id: true } }),
    );
    categoryIds.set(category.slug, row.id);
  }
  for (const [index, service] of services.entries()) {
    const offer = service.offers[slug];
    const teamId = teamIds.get(offer?.team ?? '');
    const categoryId = categoryIds.get(service.category);
    if (offer === undefined || teamId === undefined) continue;
    const row = { ...toServiceRow(service), categoryId, feeCents: offer.feeCents, position: index + 1 };
    const { id: serviceId } = await createService(organisationId, teamId, row);
    await withOrganisation(organisationId, ({ db }) =>
      db.serviceRequirement.createMany({
        data: service.bring.map(({ icon, title, reason }, at) => ({
          organisationId,
          serviceId,
          icon,
          title,
          reason,
          position: at + 1,
        })),
      }),
    );
  }
}

function toServiceRow(service: ServiceContent) {
  const { lawfulBasis, purpose, dataAsked, recipients, retentionDays } = service.privacy;
  return {
    slug: service.slug,
    durationMinutes: service.durationMinutes,
    ...bookingRules,
    // By video only: round-the-clock demo hours would send people to a counter at night.
    channels: ['video' as const],
    name: service.name,
    summary: service.summary,
    description: service.description,
    forWhom: service.forWhom,
    searchTerms: toMutable(service.searchTerms),
    ...(service.onlineAlternative && { onlineAlternative: service.onlineAlternative }),
    lawfulBasis,
    purpose,
    dataAsked: [...dataAsked],
    recipients: [...recipients],
    retentionDays,
  };
}

function toMutable(terms: ServiceContent['searchTerms']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(terms).map(([language, words]) => [language, [...words]]));
}

/** The address of a mailbox written as `Name <address>` (RFC 5322, section 3.4). */
function addressOf(mailbox: string): string {
  return /<([^>]+)>$/.exec(mailbox)?.[1] ?? mailbox;
}
