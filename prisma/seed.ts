import { closeDatabase } from '#db/client.ts';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { config } from '#shared/config/config.ts';
import { opinions } from './seed/opinions.ts';
import { organisations } from './seed/organisations.ts';
import { seedAppointments } from './seed/seed-appointments.ts';
import { seedOpinions } from './seed/seed-opinions.ts';
import { seedOrganisation } from './seed/seed-organisation.ts';

/**
 * Fills an empty database with the two example municipalities, and gives every run an appointment that can be joined this minute.
 * Prints one line of JSON: the organisations, whom to sign on as, and the links.
 */
async function seed(): Promise<object> {
  const links = [];
  for (const content of organisations) {
    const existing = await findOrganisationByHost(content.host);
    const organisationId = existing?.id ?? (await seedOrganisation(content, epochMilliseconds(Date.now())));
    const today = localDateAt(epochMilliseconds(Date.now()), content.timeZone);
    await seedOpinions(organisationId, opinions[content.slug], today);
    for (const link of await seedAppointments(organisationId, config().LINK_SECRET, Date.now())) {
      links.push({ organisation: content.slug, ...link });
    }
  }
  const staff = organisations.flatMap((content) =>
    content.staff.map((member) => ({ ...member, organisation: content.slug })),
  );
  return {
    organisations: organisations.map(({ slug, name, host, mailFrom }) => {
      const mailDomain = /@([^>]+)/.exec(mailFrom)?.[1];
      return { slug, name, host, mailDomain };
    }),
    staff,
    links,
  };
}

process.stdout.write(`${JSON.stringify(await seed())}\n`);
await closeDatabase();
