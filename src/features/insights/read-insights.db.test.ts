import { beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '#journey/actor.ts';
import type { OrganisationId, ServiceId, StaffMemberId, StaffSessionId, TeamId } from '#journey/ids.ts';
import type { LocalDate } from '#journey/local-time.ts';
import {
  createOrganisation,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { createOpinions } from '../../../prisma/factories/survey-factories.ts';
import { readInsights } from './read-insights.ts';

const november = {
  period: null,
  from: '2026-11-01' as LocalDate,
  until: '2026-11-30' as LocalDate,
  serviceSlug: null,
};
const on = (date: string, satisfaction: number) => ({ answeredOn: new Date(date), satisfaction });

let organisationId: OrganisationId;
let moving: { id: ServiceId; slug: string };
let birth: { id: ServiceId; slug: string };

async function createPlace() {
  const { id } = await createOrganisation();
  const teamId: TeamId = (await createTeam(id)).id;
  return { organisationId: id, teamId, service: await createService(id, teamId) };
}

beforeAll(async () => {
  const ours = await createPlace();
  organisationId = ours.organisationId;
  moving = ours.service;
  birth = await createService(organisationId, ours.teamId);
  const first = { organisationId, teamId: ours.teamId, serviceId: moving.id };
  await createOpinions(
    first,
    ['01', '05', '10', '20', '30'].map((day) => on(`2026-11-${day}`, 4)),
  );
  await createOpinions(first, [on('2026-10-31', 1), on('2026-12-01', 1)]);
  await createOpinions({ ...first, serviceId: birth.id }, [on('2026-11-05', 1)]);
  const theirs = await createPlace();
  await createOpinions(
    { organisationId: theirs.organisationId, teamId: theirs.teamId, serviceId: theirs.service.id },
    [1, 1, 1, 1, 1, 1].map((value) => on('2026-11-05', value)),
  );
});

const staff = (roles: StaffActor['roles']): StaffActor => ({
  kind: 'staff',
  organisationId,
  sessionId: crypto.randomUUID() as StaffSessionId,
  staffMemberId: crypto.randomUUID() as StaffMemberId,
  name: 'Els',
  roles,
  teamIds: [],
  seat: null,
});

describe('insights', () => {
  test('count the answers of the period, both its days included, and of this organisation alone', async () => {
    const insights = await readInsights(staff(['supervisor']), november);
    expect(insights?.total.answers).toBe(6);
    expect(insights?.total.averages.satisfaction).toEqual({ answers: 6, average: 3.5 });
  });

  test('tell per service, and keep back a service with too few answers and what would tell it by subtraction', async () => {
    const insights = await readInsights(staff(['supervisor']), november);
    expect(
      insights?.perService.map(({ service, answers, averages }) => [
        service.slug,
        answers,
        averages.satisfaction.average,
      ]),
    ).toEqual([
      [moving.slug, 5, null],
      [birth.slug, 1, null],
    ]);
  });

  test('can be narrowed to one service', async () => {
    const insights = await readInsights(staff(['supervisor']), { ...november, serviceSlug: moving.slug });
    expect(insights?.total.answers).toBe(5);
    expect(insights?.perService.map(({ service }) => service.slug)).toEqual([moving.slug]);
  });

  test('narrowed to one service tell no more of it than beside all', async () => {
    const narrowed = await readInsights(staff(['supervisor']), { ...november, serviceSlug: moving.slug });
    expect(narrowed?.total).toMatchObject({ withheld: true, satisfaction: null });
    expect(narrowed?.total.averages.satisfaction).toEqual({ answers: 5, average: null });
  });

  test('narrowed to a service without answers are empty', async () => {
    const narrowed = await readInsights(staff(['supervisor']), { ...november, serviceSlug: 'not-there' });
    expect(narrowed).toMatchObject({ total: { answers: 0 }, perService: [] });
  });

  test.each([[['clerk']], [['administrator']], [['privacyOfficer']]] as const)(
    'are not for %s',
    async (roles) => {
      expect(await readInsights(staff(roles), november)).toBeNull();
    },
  );
});
