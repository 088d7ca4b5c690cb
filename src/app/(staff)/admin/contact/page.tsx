import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readIncomingTeam } from '#features/administration/contact.data.ts';
import { listTeams } from '#features/administration/hours.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import type { OrganisationId } from '#journey/ids.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { editWords } from '../edit-words.ts';
import { localizedFields } from '../localized-fields.ts';
import { sendContact } from './send-contact.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('contact') };
}

/** The teams that can read what belongs to no appointment; the one that reads it where none was chosen goes first. */
async function incomingChoice(organisationId: OrganisationId) {
  const [t, { say }] = await Promise.all([getTranslations('admin.contact'), currentReader()]);
  const { chosen, teams } = await withOrganisation(organisationId, async (scope) => ({
    chosen: await readIncomingTeam(scope),
    teams: await listTeams(scope),
  }));
  const [oldest] = teams.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const byDefault = { value: '', text: t('oldestTeam', { team: oldest ? say(oldest.name) : '' }) };
  return {
    value: chosen ?? '',
    options: [byDefault, ...teams.map(({ id, name }) => ({ value: id, text: say(name) }))],
  };
}

/** How to reach the municipality without an appointment, and who reads what people write that belongs to none. */
export default async function ContactPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/contact');
  if (actor === null) return <NotForYou />;
  const [t, menu, words, organisation, query] = await Promise.all([
    getTranslations('admin.contact'),
    getTranslations('admin.menu'),
    editWords(),
    currentOrganisation(),
    searchParams,
  ]);
  const { phone, counterHours } = organisation;
  const [incoming, phoneHours, hoursOfCounter, complaintWays] = await Promise.all([
    incomingChoice(actor.organisationId),
    localizedFields({ name: 'phoneHours', label: t('when'), text: counterHours.phone, long: true }),
    localizedFields({ name: 'counterHours', label: t('when'), text: counterHours.counter, long: true }),
    localizedFields({
      name: 'complaintWays',
      label: t('complaintWays'),
      text: organisation.complaintWays,
      long: true,
    }),
  ]);
  return (
    <AdminPage section="contact" title={menu('contact')} saved={readQuery(query, ['saved']).saved}>
      <p className="mb-4 max-w-text text-ink-2">{t('lead')}</p>
      <div className="max-w-[56rem]">
        <EditForm
          action={sendContact}
          cancelHref="/admin/contact"
          words={words}
          groups={[
            {
              key: 'number',
              fields: [{ kind: 'text', name: 'phone', label: t('phone'), width: 'half', value: phone }],
            },
            { key: 'phone', title: t('atPhone'), beside: true, fields: phoneHours },
            { key: 'counter', title: t('atCounter'), beside: true, fields: hoursOfCounter },
            { key: 'complaints', title: t('complaints'), beside: true, fields: complaintWays },
            {
              key: 'incoming',
              title: t('incoming'),
              fields: [
                {
                  kind: 'select',
                  name: 'incomingTeam',
                  label: t('incomingTeam'),
                  hint: t('incomingHint'),
                  ...incoming,
                },
              ],
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}
