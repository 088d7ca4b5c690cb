import { describe, expect, it } from 'vitest';
import type { OrganisationContent } from './content.ts';
import { organisations } from './organisations.ts';

function distinct<T>(values: readonly T[]): boolean {
  return new Set(values).size === values.length;
}

/** The minutes of one week in which a team is open, with overlaps counted once. */
function openMinutesPerWeek(team: OrganisationContent['teams'][number]): number {
  const open = new Set<number>();
  for (const { weekday, opensAtMinute, closesAtMinute } of team.openingHours) {
    for (let minute = opensAtMinute; minute < closesAtMinute; minute += 1) open.add(weekday * 1440 + minute);
  }
  return open.size;
}

describe('the two municipalities', () => {
  it('differ in name, host, form of address, languages, hours, telephone, address and colour', () => {
    expect(organisations).toHaveLength(2);
    const faces = [
      organisations.map(({ slug }) => slug),
      organisations.map(({ name }) => name),
      organisations.map(({ host }) => host),
      organisations.map(({ formOfAddress }) => formOfAddress),
      organisations.map(({ languages }) => languages.join()),
      organisations.map(({ counterHours }) => counterHours.counter.nl),
      organisations.map(({ horizonDays }) => `${horizonDays}`),
      organisations.map(({ phone }) => phone),
      organisations.map(({ streetLine }) => streetLine),
      organisations.map(({ theme }) => theme.brand),
      organisations.map(({ mailFrom }) => mailFrom),
      organisations.map(({ smsFrom }) => smsFrom),
    ];
    for (const face of faces) expect(distinct(face), face.join()).toBe(true);
  });

  it.each(organisations)(
    '$name speaks its default language and lives in a real time zone',
    (organisation) => {
      expect(organisation.languages).toContain(organisation.defaultLanguage);
      expect(() => new Intl.DateTimeFormat('nl', { timeZone: organisation.timeZone })).not.toThrow();
    },
  );

  it.each(organisations)(
    '$name is reached under a host that every browser finds on the own machine',
    ({ host }) => {
      expect(host).toMatch(/^[a-z]+\.localhost$/);
    },
  );

  it.each(organisations)(
    '$name sends from names that mail and SMS networks take',
    ({ mailFrom, smsFrom }) => {
      expect(mailFrom).toMatch(/^[\w ]+ <[a-z]+@[a-z]+\.example>$/);
      expect(smsFrom).toMatch(/^[A-Za-z0-9 ]{1,11}$/);
    },
  );

  it.each(organisations)('every team of $name is open at every minute of the week', ({ teams }) => {
    expect(distinct(teams.map(({ slug }) => slug))).toBe(true);
    for (const team of teams) expect(openMinutesPerWeek(team), team.slug).toBe(7 * 24 * 60);
  });

  it.each(organisations)(
    '$name names each seat once, and has a clerk for each seat of a team',
    ({ teams, staff }) => {
      expect(distinct(teams.flatMap(({ seats }) => seats.map(({ name }) => name)))).toBe(true);
      for (const { slug, seats } of teams) {
        expect(seats.map(({ position }) => position)).toEqual(seats.map((_, index) => index + 1));
        const clerks = staff.filter(
          (member) => member.roles.includes('clerk') && member.teams.includes(slug),
        );
        expect(clerks.length, slug).toBeGreaterThanOrEqual(Math.max(1, seats.length));
      }
    },
  );

  it.each(organisations)(
    '$name has three clerks at least and one person for every other role',
    ({ staff }) => {
      const having = (role: (typeof staff)[number]['roles'][number]) =>
        staff.filter((member) => member.roles.includes(role));
      expect(having('clerk').length).toBeGreaterThanOrEqual(3);
      for (const role of ['supervisor', 'privacyOfficer', 'administrator'] as const)
        expect(having(role)).toHaveLength(1);
    },
  );

  it.each(organisations)('$name puts its staff in teams that exist', ({ teams, staff }) => {
    const known = teams.map(({ slug }) => slug);
    for (const member of staff)
      for (const team of member.teams) expect(known, member.subject).toContain(team);
  });

  it('never share a name to sign on with', () => {
    expect(distinct(organisations.flatMap(({ staff }) => staff.map(({ subject }) => subject)))).toBe(true);
  });
});
