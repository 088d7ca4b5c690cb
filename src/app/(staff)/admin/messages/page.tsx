import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOwnTexts } from '#features/messages/own-texts.data.ts';
import {
  type OwnTexts,
  readOwnText,
  type Wording,
  type WordingKey,
  wordedParts,
  wordings,
} from '#features/messages/own-texts.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { iconPencil } from '#shared/ui/icons/pencil.ts';
import { Tag } from '#shared/ui/tag.tsx';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { EditRules } from './edit-rules.tsx';
import { MessageRules } from './message-rules.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messageTexts'))('title') };
}

/** When messages go out, and in whose words. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/messages');
  if (actor === null) return <NotForYou />;
  const { rules, saved } = readQuery(await searchParams, ['rules', 'saved']);
  const t = await getTranslations('messageTexts');
  const texts = await withOrganisation(actor.organisationId, findOwnTexts);
  return (
    <AdminPage
      section="messages"
      title={t('title')}
      saved={saved}
      actions={
        <ButtonLink href="/admin/messages?rules=1#edit" look="secondary" icon={iconPencil}>
          {t('rules.edit')}
        </ButtonLink>
      }
      aside={rules === undefined ? undefined : { label: t('rules.edit'), children: <EditRules /> }}
    >
      <MessageRules />
      <p className="mt-6 max-w-text">{t('lead')}</p>
      <MessageList texts={texts} />
    </AdminPage>
  );
}

const channels = ['email', 'sms'] as const;

async function MessageList({ texts }: { texts: OwnTexts }) {
  const t = await getTranslations('messageTexts');
  return (
    <DataTable
      stacks
      caption={t('list.caption')}
      columns={[
        { key: 'message', title: t('list.message') },
        ...channels.map((channel) => ({ key: channel, title: t(`channels.${channel}`) })),
      ]}
      rows={(Object.keys(wordings) as Wording[]).map((wording) => ({
        key: wording,
        cells: [
          t(`wordings.${wording}`),
          ...channels.map((channel) => (
            <LanguageLinks key={channel} wording={wording} channel={channel} texts={texts} />
          )),
        ],
      }))}
    />
  );
}

type LinksProps = { readonly wording: Wording; readonly channel: MessageChannel; readonly texts: OwnTexts };

/** One link per language; where the words are the municipality's own, it says so. */
async function LanguageLinks({ wording, channel, texts }: LinksProps) {
  const [t, names, { languages }] = await Promise.all([
    getTranslations('messageTexts'),
    getTranslations('common.languages'),
    currentOrganisation(),
  ]);
  return (
    <ul className="flex flex-wrap gap-x-4">
      {languages.map((language) => {
        const key: WordingKey = { wording, channel, language };
        const isOwn = wordedParts[channel].some((part) => readOwnText(texts, key, part) !== null);
        return (
          <li key={language} className="inline-flex items-center gap-1.5">
            <a
              href={`/admin/messages/${wording}/${channel}/${language}`}
              className="inline-flex min-h-7 items-center px-0.5"
            >
              {language.toUpperCase()}
              <span className="sr-only">
                {' '}
                {t('list.link', {
                  message: t(`wordings.${wording}`),
                  channel: t(`channels.${channel}`),
                  language: names(language),
                  state: isOwn ? 'own' : 'standard',
                })}
              </span>
            </a>
            {isOwn && <Tag tone="info">{t('list.own')}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
