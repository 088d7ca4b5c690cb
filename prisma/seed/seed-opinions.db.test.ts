import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readInsights } from '#features/insights/read-insights.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { OrganisationId, StaffMemberId, StaffSessionId } from '#journey/ids.ts';
import { addDays, localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { opinions } from './opinions.ts';
import { organisations } from './organisations.ts';
import { seedOpinions } from './seed-opinions.ts';
import { seedOrganisation } from './seed-organisation.ts';

afterAll(closeDatabase);

const now = epochMilliseconds(Date.UTC(2026, 11, 1, 7, 30));
const today = localDateAt(now, 'Europe/Brussels');

const supervisor = (organisationId: OrganisationId): StaffActor => ({
  kind: 'staff',
  organisationId,
  sessionId: crypto.randomUUID() as StaffSessionId,
  staffMemberId: crypto.randomUUID() as StaffMemberId,
  name: 'Griet',
  roles: ['supervisor'],
  teamIds: [],
  seat: null,
});

describe.each(organisations)('the opinions of $name', (content) => {
  test('show every figure of the last thirty days, and are seeded once', async () => {
    const organisationId = await seedOrganisation(content, now);
    await seedOpinions(organisationId, opinions[content.slug], today);
    await seedOpinions(organisationId, opinions[content.slug], today);
    const all = await withOrganisation(organisationId, ({ db }) => db.surveyAnswer.count());
    expect(all).toBe(60);
    const selection = { period: '30', from: addDays(today, -29), until: today, serviceSlug: null } as const;
    const insights = await readInsights(supervisor(organisationId), selection);
    expect(insights?.total.satisfaction?.every((count) => count > 0)).toBe(true);
    expect(insights?.total.improvements.length).toBeGreaterThan(4);
    expect(insights?.perService).toHaveLength(4);
    for (const { withheld, averages } of insights?.perService ?? []) {
      expect(withheld).toBe(false);
      expect(averages.satisfaction.average).not.toBeNull();
    }
  });
});
