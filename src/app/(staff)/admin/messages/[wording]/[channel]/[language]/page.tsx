import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { versionOf } from '#features/messages/change-own-texts.ts';
import { defaultTemplate } from '#features/messages/default-words.ts';
import { readMessageValues } from '#features/messages/message-values.ts';
import {
  allowedVariables,
  messageVariables,
  requiredVariables,
} from '#features/messages/message-variables.ts';
import { findLastChange } from '#features/messages/own-texts.data.ts';
import {
  parseWordingKey,
  readOwnText,
  type WordingKey,
  wordedParts,
  wordings,
} from '#features/messages/own-texts.ts';
import { OwnTextEditor } from '#features/messages/ui/own-text-editor.tsx';
import type { EditedMessage, TextPerPart } from '#features/messages/ui/own-texts-state.ts';
import type { FormOfAddress } from '#journey/language.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconArrowLeft } from '#shared/ui/icons/arrow-left.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Segments } from '#shared/ui/segments.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { type Query, readQuery } from '../../../../../../(citizen)/read-query.ts';
import { currentReader } from '../../../../../../current-reader.ts';
import { currentOrganisation } from '../../../../../../current-request.ts';
import { AdminPage, NotForYou } from '../../../../admin-page.tsx';
import { currentAdministrator } from '../../../../current-administrator.ts';
import { readSampleMessage, type SampleMessage } from '../../../sample-of.ts';
import { sendOwnTexts } from '../../../send-own-texts.ts';

type PageProps = {
  readonly params: Promise<{ wording: string; channel: string; language: string }>;
  readonly searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messageTexts'))('title') };
}

/** The words of one message on one channel in one language. */
export default async function MessageTextPage({ params, searchParams }: PageProps) {
  const key = parseWordingKey(await params);
  const organisation = await currentOrganisation();
  if (key === null || !organisation.languages.includes(key.language)) notFound();
  const actor = await currentAdministrator(addressOf(key));
  if (actor === null) return <NotForYou />;
  const { saved } = readQuery(await searchParams, ['saved']);
  const [t, languageNames, sample] = await Promise.all([
    getTranslations('messageTexts'),
    getTranslations('common.languages'),
    readSampleMessage(key),
  ]);
  return (
    <AdminPage
      section="messages"
      title={`${t(`wordings.${key.wording}`)}, ${t(`channels.${key.channel}`)}`}
      actions={
        <ButtonLink href="/admin/messages" look="secondary" icon={iconArrowLeft}>
          {t('edit.back')}
        </ButtonLink>
      }
    >
      <div className="flex flex-wrap items-center gap-3">
        <Segments
          label={t('edit.language')}
          segments={organisation.languages.map((language) => ({
            key: language,
            text: languageNames(language),
            href: addressOf({ ...key, language }),
            current: language === key.language,
          }))}
        />
        <Status wordingKey={key} />
      </div>
      {saved !== undefined && <Notice kind="ok" role="status" className="mt-4" title={t('edit.saved')} />}
      <div className="mt-5">
        <ClientMessages namespaces={['messageTexts']}>
          <OwnTextEditor
            // What was saved begins the fields anew.
            key={`${addressOf(key)} ${saved}`}
            action={sendOwnTexts}
            message={describeMessage(key, sample, organisation.formOfAddress)}
          />
        </ClientMessages>
      </div>
    </AdminPage>
  );
}

function addressOf({ wording, channel, language }: WordingKey): string {
  return `/admin/messages/${wording}/${channel}/${language}`;
}

/** Whose words they are, and who wrote them last. */
async function Status({ wordingKey }: { wordingKey: WordingKey }) {
  const [t, { id }, { style }] = await Promise.all([
    getTranslations('messageTexts.edit'),
    currentOrganisation(),
    currentReader(),
  ]);
  const last = await withOrganisation(id, (scope) => findLastChange(scope, wordingKey));
  if (last === null) return <Tag>{t('standard')}</Tag>;
  const moment = formatNearMoment(last.at, style);
  return (
    <p className="flex flex-wrap items-center gap-2 text-small text-ink-2">
      <Tag tone="info">{t('own')}</Tag>
      {last.by === null ? t('changedByNobody', { moment }) : t('changed', { by: last.by, moment })}
    </p>
  );
}

function describeMessage(
  key: WordingKey,
  { telling, now, texts }: SampleMessage,
  formOfAddress: FormOfAddress,
): EditedMessage {
  const { wording, channel, language } = key;
  const parts = wordedParts[channel];
  const values = readMessageValues({ kind: wordings[wording].kind, channel }, telling, now);
  const required = requiredVariables(wording, channel);
  const defaults: TextPerPart = Object.fromEntries(
    parts.map((part) => [part, defaultTemplate(key, part, formOfAddress)]),
  );
  const own = parts.map((part) => [part, readOwnText(texts, key, part) ?? defaults[part] ?? '']);
  return {
    wording,
    channel,
    language,
    parts,
    defaults,
    texts: Object.fromEntries(own) as TextPerPart,
    seen: versionOf(texts, key),
    variables: messageVariables.flatMap((name) => {
      const allowed = parts.filter((part) => allowedVariables(wording, channel, part).includes(name));
      if (allowed.length === 0) return [];
      return [{ name, example: values[name], needed: required.includes(name), parts: allowed }];
    }),
    values,
  };
}
