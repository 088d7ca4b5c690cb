import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { listTeams, type NamedTeam } from '#features/administration/hours.data.ts';
import { listServices, type StoredService } from '#features/administration/services.data.ts';
import { formatMoney } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { Tag } from '#shared/ui/tag.tsx';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { EditService } from './edit-service.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('services') };
}

/** What can be asked for, and what scheduling needs to know of it. */
export default async function ServicesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/services');
  if (actor === null) return <NotForYou />;
  const query = readQuery(await searchParams, ['service', 'add', 'saved']);
  const [t, menu, data] = await Promise.all([
    getTranslations('admin.services'),
    getTranslations('admin.menu'),
    withOrganisation(actor.organisationId, async (scope) => ({
      services: await listServices(scope),
      teams: await listTeams(scope),
    })),
  ]);
  const edited = data.services.find(({ id }) => id === query.service) ?? null;
  const isEditing = edited !== null || query.add !== undefined;
  return (
    <AdminPage
      section="services"
      title={menu('services')}
      saved={query.saved}
      aside={
        isEditing
          ? { label: t('editLabel'), children: <EditService {...data} service={edited} /> }
          : undefined
      }
      actions={
        <ButtonLink href="/admin/services?add=1#edit" look="secondary" icon={iconPlus}>
          {t('add')}
        </ButtonLink>
      }
    >
      <ServiceList {...data} />
    </AdminPage>
  );
}

type ListProps = { readonly services: readonly StoredService[]; readonly teams: readonly NamedTeam[] };

async function ServiceList({ services, teams }: ListProps) {
  const [t, channels, { say, language }] = await Promise.all([
    getTranslations('admin.services'),
    getTranslations('admin.hours.channels'),
    currentReader(),
  ]);
  if (services.length === 0) return <EmptyState title={t('none')} />;
  return (
    <DataTable
      stacks
      caption={t('caption')}
      columns={(['service', 'team', 'channels', 'duration', 'fee'] as const).map((key) => ({
        key,
        title: t(key),
        align: key === 'duration' || key === 'fee' ? 'end' : 'start',
      }))}
      rows={services.map((service) => {
        const team = teams.find(({ id }) => id === service.teamId);
        return {
          key: service.id,
          cells: [
            <span key="name" className="inline-flex flex-wrap gap-2">
              <a href={`/admin/services?service=${service.id}#edit`}>{say(service.name)}</a>
              {!service.isPublished && <Tag>{t('hidden')}</Tag>}
            </span>,
            team === undefined ? '–' : say(team.name),
            service.channels.flatMap((channel) => (channel === 'chat' ? [] : [channels(channel)])).join(', '),
            t('minutes', { count: service.durationMinutes }),
            formatMoney(service.feeCents, language),
          ],
        };
      })}
    />
  );
}
