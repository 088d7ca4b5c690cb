import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { listLocations, type NamedLocation } from '#features/administration/locations.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { editWords } from '../edit-words.ts';
import { localizedFields } from '../localized-fields.ts';
import { sendLocation } from './send-location.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('locations') };
}

/** The buildings where citizens come to the counter. */
export default async function LocationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/locations');
  if (actor === null) return <NotForYou />;
  const query = readQuery(await searchParams, ['edit', 'add', 'saved']);
  const [t, menu, { say }, locations] = await Promise.all([
    getTranslations('admin.locations'),
    getTranslations('admin.menu'),
    currentReader(),
    withOrganisation(actor.organisationId, listLocations),
  ]);
  const edited = locations.find(({ id }) => id === query.edit) ?? null;
  const isEditing = edited !== null || query.add !== undefined;
  return (
    <AdminPage
      section="locations"
      title={menu('locations')}
      saved={query.saved}
      actions={
        <ButtonLink href="/admin/locations?add=1#edit" look="secondary" icon={iconPlus}>
          {t('add')}
        </ButtonLink>
      }
      aside={isEditing ? { label: t('edit'), children: <EditLocation location={edited} /> } : undefined}
    >
      {locations.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <DataTable
          stacks
          caption={menu('locations')}
          columns={[
            { key: 'name', title: t('name') },
            { key: 'address', title: t('address') },
          ]}
          rows={locations.map(({ id, name, streetLine, postalCode, city }) => ({
            key: id,
            cells: [
              <a key="name" href={`/admin/locations?edit=${id}#edit`}>
                {say(name)}
              </a>,
              `${streetLine}, ${postalCode} ${city}`,
            ],
          }))}
        />
      )}
    </AdminPage>
  );
}

async function EditLocation({ location }: { location: NamedLocation | null }) {
  const [t, words, { say }] = await Promise.all([
    getTranslations('admin.locations'),
    editWords(),
    currentReader(),
  ]);
  const names = await localizedFields({ name: 'name', label: t('name'), text: location?.name ?? null });
  const id = location === null ? [] : [{ kind: 'hidden' as const, name: 'id', value: location.id }];
  return (
    <>
      <h2 className="mb-4 text-[1.25rem] leading-7">{location === null ? t('add') : say(location.name)}</h2>
      <EditForm
        action={sendLocation}
        cancelHref="/admin/locations"
        words={{ ...words, ...(location !== null && { remove: t('remove') }) }}
        groups={[
          { key: 'names', fields: [...id, ...names] },
          {
            key: 'address',
            title: t('address'),
            fields: [
              { kind: 'text', name: 'streetLine', label: t('street'), value: location?.streetLine ?? '' },
              { kind: 'text', name: 'postalCode', label: t('postalCode'), value: location?.postalCode ?? '' },
              { kind: 'text', name: 'city', label: t('city'), value: location?.city ?? '' },
            ],
          },
        ]}
      />
    </>
  );
}
