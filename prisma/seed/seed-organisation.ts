import { withOrganisation } from '#db/organisation-scope.ts';
import type { ClosingDay } from '#features/administration/public-holidays.ts';
import type { LocationId, OrganisationId, SeatId, TeamId } from '#journey/ids.ts';
import { languages } from '#journey/language.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { createPublishedForm } from '../factories/form-factories.ts';
import {
  createLocation,
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../factories/organisation-factories.ts';
import { createRequestStatement } from '../factories/request-factories.ts';
import { categories } from './catalogue/categories.ts';
import { services } from './catalogue.ts';
import type { OpeningPeriod, OrganisationContent, ServiceContent } from './content.ts';
import { forms } from './forms.ts';
import { holidaysToCome } from './holidays.ts';
import { bookingRules, interpreterMinutesOf } from './opening-hours.ts';

type TeamIds = ReadonlyMap<string, TeamId>;

/** Writes one municipality with its buildings, teams, staff, holidays and catalogue. */
export async function seedOrganisation(
  content: OrganisationContent,
  now: EpochMilliseconds,
): Promise<OrganisationId> {
  const { teams, staff, locations, counterHours, privacyContact, theme, languages, mailFrom, ...rest } =
    content;
  const { horizonDays, ...facts } = rest;
  const { id } = await createOrganisation({
    ...facts,
    mailFrom: addressOf(mailFrom),
    languages: [...languages],
    counterHours,
    privacyContact,
    theme,
  });
  await seedHolidays(id, await holidaysToCome(now, content.timeZone));
  const places = await seedLocations(id, locations);
  const teamIds = new Map<string, TeamId>();
  for (const team of teams) teamIds.set(team.slug, await seedTeam(id, team, places));
  for (const member of staff) {
    const { teams: slugs, roles, ...row } = member;
    await createStaffMember(
      id,
      slugs.flatMap((slug) => teamIds.get(slug) ?? []),
      { ...row, roles: [...roles] },
    );
  }
  await seedCatalogue(id, content, teamIds);
  return id;
}

type Places = ReadonlyMap<string, { readonly id: LocationId; readonly hours: readonly OpeningPeriod[] }>;

async function seedHolidays(organisationId: OrganisationId, holidays: readonly ClosingDay[]): Promise<void> {
  const data = holidays.map(({ date, name }) => ({ organisationId, date: new Date(`${date}T00:00Z`), name }));
  await withOrganisation(organisationId, ({ db }) => db.holiday.createMany({ data }));
}

async function seedLocations(
  organisationId: OrganisationId,
  locations: OrganisationContent['locations'],
): Promise<Places> {
  const places = new Map<string, { id: LocationId; hours: readonly OpeningPeriod[] }>();
  for (const [index, { slug, counterHours, ...row }] of locations.entries()) {
    const { id } = await createLocation(organisationId, { ...row, position: index + 1 });
    places.set(slug, { id, hours: counterHours });
  }
  return places;
}

/** The telephone and video at the team's hours; the counter at those of the buildings where the team has a seat. */
async function seedTeam(
  organisationId: OrganisationId,
  team: OrganisationContent['teams'][number],
  places: Places,
): Promise<TeamId> {
  const { slug, name, seats, openingHours, walkInHours = [] } = team;
  const { id: teamId } = await createTeam(organisationId, { slug, name, alwaysOpen: false });
  const remote = (['video', 'phone'] as const).flatMap((channel) =>
    openingHours.map((hours) => ({ ...hours, channel, organisationId, teamId })),
  );
  const counters = [...new Set(seats.flatMap(({ counterAt }) => places.get(counterAt ?? '') ?? []))];
  const atCounters = counters.flatMap(({ id: locationId, hours }) =>
    hours.map((each) => ({ ...each, channel: 'counter' as const, locationId, organisationId, teamId })),
  );
  await withOrganisation(organisationId, ({ db }) =>
    db.openingHours.createMany({ data: [...remote, ...atCounters] }),
  );
  if (walkInHours.length > 0) await seedWalkIns(organisationId, teamId, team);
  for (const { counterAt, languages, staffedHours = [], ...seat } of seats) {
    const place = places.get(counterAt ?? '');
    const { id: seatId } = await createSeat(organisationId, teamId, {
      ...seat,
      languages: [...languages],
      channels: place ? ['video', 'phone', 'counter'] : ['video', 'phone'],
      ...(place && { locationId: place.id }),
    });
    await seedStaffing(organisationId, seatId, staffedHours);
  }
  return teamId;
}

async function seedWalkIns(
  organisationId: OrganisationId,
  teamId: TeamId,
  {
    walkInHours: hours = [],
    walkInChannels: channels = ['video'],
    walkInOpening: openingText,
  }: OrganisationContent['teams'][number],
): Promise<void> {
  await withOrganisation(organisationId, async ({ db }) => {
    const counter = {
      isOn: true,
      channels: [...channels],
      languages: [...languages],
      mostWaiting: 10,
      openingText,
    };
    await db.walkInCounter.create({ data: { organisationId, teamId, ...counter } });
    await db.walkInHours.createMany({ data: hours.map((each) => ({ ...each, organisationId, teamId })) });
  });
}

async function seedStaffing(
  organisationId: OrganisationId,
  seatId: SeatId,
  hours: readonly OpeningPeriod[],
): Promise<void> {
  const data = hours.map(({ weekday, opensAtMinute, closesAtMinute }) => ({
    organisationId,
    seatId,
    weekday,
    startsAtMinute: opensAtMinute,
    endsAtMinute: closesAtMinute,
  }));
  await withOrganisation(organisationId, ({ db }) => db.seatStaffing.createMany({ data }));
}

async function seedCatalogue(
  organisationId: OrganisationId,
  { slug, horizonDays }: Pick<OrganisationContent, 'slug' | 'horizonDays'>,
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
    const channels = [...offer.channels];
    const row = {
      ...toServiceRow(service),
      horizonDays,
      channels,
      categoryId,
      feeCents: offer.feeCents,
      position: index + 1,
    };
    const { id: serviceId } = await createService(organisationId, teamId, row);
    await withOrganisation(organisationId, ({ db }) =>
      db.serviceRequirement.createMany({
        data: service.bring.map(({ icon, title, reason, mayUpload = false }, at) => ({
          organisationId,
          serviceId,
          icon,
          title,
          reason,
          mayUpload,
          position: at + 1,
        })),
      }),
    );
    for (const [at, statement] of (service.ask ?? []).entries())
      await createRequestStatement(organisationId, serviceId, { ...statement, position: at + 1 });
    const form = forms[service.slug];
    if (form !== undefined) await createPublishedForm(organisationId, serviceId, form);
  }
}

function toServiceRow(service: ServiceContent) {
  const { lawfulBasis, purpose, dataAsked, recipients, retentionDays } = service.privacy;
  return {
    slug: service.slug,
    durationMinutes: service.durationMinutes,
    ...bookingRules,
    interpreterMinutes: interpreterMinutesOf(service.durationMinutes),
    staffSharePercent: service.staffSharePercent ?? 0,
    isQuestion: service.isQuestion ?? false,
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
