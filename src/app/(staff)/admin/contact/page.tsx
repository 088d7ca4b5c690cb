import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { editWords } from '../edit-words.ts';
import { localizedFields } from '../localized-fields.ts';
import { sendContact } from './send-contact.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('contact') };
}

/** The telephone number, and in words when telephone and counter are open: for who comes without an appointment. */
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
  const [phoneHours, hoursOfCounter] = await Promise.all([
    localizedFields({ name: 'phoneHours', label: t('when'), text: counterHours.phone, long: true }),
    localizedFields({ name: 'counterHours', label: t('when'), text: counterHours.counter, long: true }),
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
          ]}
        />
      </div>
    </AdminPage>
  );
}
