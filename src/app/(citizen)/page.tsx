import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { CallbackInvitation } from '#features/callbacks/ui/callback-invitation.tsx';
import { listServices } from '#features/catalogue/catalogue.data.ts';
import { listChannels } from '#features/catalogue/list-channels.ts';
import { searchServices } from '#features/catalogue/search-services.ts';
import type { CatalogueService } from '#features/catalogue/service.ts';
import { CatalogueHome } from '#features/catalogue/ui/catalogue-home.tsx';
import { ServiceLinks } from '#features/catalogue/ui/service-links.tsx';
import { ChatInvitation } from '#features/walk-in/ui/chat-invitation.tsx';
import { CounterInvitation } from '#features/walk-in/ui/counter-invitation.tsx';
import { CallFirstInvitation } from '#panels/identity/ui/call-first-invitation.tsx';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconMessageCircleQuestionMark } from '#shared/ui/icons/message-circle-question-mark.ts';
import { SearchField } from '#shared/ui/search-field.tsx';
import { currentReader, type Reader } from '../current-reader.ts';
import { currentOrganisation } from '../current-request.ts';
import { currentAheadServices } from './call/current-ahead.ts';
import { currentPhoneTeams } from './callback/callback-options.ts';
import { CitizenPage } from './citizen-page.tsx';
import { currentChat } from './counter/current-chat.ts';
import { currentCounters } from './counter/current-counters.ts';
import { type Query, readQuery } from './read-query.ts';

type Props = { readonly searchParams: Promise<Query> };

const currentServices = cache(async (): Promise<readonly CatalogueService[]> => {
  const { id } = await currentOrganisation();
  return withOrganisation(id, listServices);
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [query, organisation, reader, t] = await Promise.all([
    searchParams,
    currentOrganisation(),
    currentReader(),
    getTranslations('catalogue'),
  ]);
  const { q = '', category } = readQuery(query, ['q', 'category']);
  const description = t('home.description', { organisation: organisation.name });
  if (q.trim() !== '') return { title: t('search.pageTitle', { question: q }), robots: { index: false } };
  const theme = (await currentServices()).find((service) => service.category.slug === category)?.category;
  if (theme) return { title: reader.say(theme.name), description, robots: { index: true, follow: true } };
  return { description, robots: { index: true, follow: true }, alternates: { canonical: '/' } };
}

export default async function HomePage({ searchParams }: Props) {
  const [query, reader, t] = await Promise.all([searchParams, currentReader(), getTranslations('catalogue')]);
  const { q = '', category } = readQuery(query, ['q', 'category']);
  const services = await currentServices();
  const question = q.trim();
  const theme = services.filter((service) => service.category.slug === category);
  const name = theme[0] && reader.say(theme[0].category.name);
  const home = question === '' && name === undefined;
  const path = question === '' ? (name ? `/?category=${category}` : '/') : `/?q=${encodeURIComponent(q)}`;
  return (
    <CitizenPage path={path}>
      <Band
        title={question === '' && name !== undefined ? name : t('home.title')}
        lead={home ? await describeChannels(services, reader) : undefined}
        back={home ? undefined : { href: '/', text: t('allServices') }}
      >
        <SearchField
          action="/"
          name="q"
          label={t('search.label')}
          placeholder={t('search.label')}
          buttonText={t('search.action')}
          defaultValue={question}
        />
      </Band>
      {home && <CatalogueHome services={services} words={reader} more={await inviteOtherwise()} />}
      {question !== '' && <Found services={services} question={question} reader={reader} />}
      {question === '' && !home && (
        <div className="page-width mt-6 lg:mt-12">
          <ServiceLinks services={theme} words={reader} heading="h2" />
        </div>
      )}
    </CitizenPage>
  );
}

/** The chat and the open counter where there is one, and being called where somebody calls. */
async function inviteOtherwise() {
  const [teams, counters, ahead, chat, { style }] = await Promise.all([
    currentPhoneTeams(),
    currentCounters(),
    currentAheadServices(),
    currentChat(),
    currentReader(),
  ]);
  return (
    <>
      {chat !== null && <ChatInvitation {...chat} style={style} />}
      {counters.some(({ channels }) => channels.includes('video')) && <CounterInvitation className="mt-4" />}
      {teams.size > 0 && <CallbackInvitation className="mt-4" />}
      {ahead.length > 0 && <CallFirstInvitation className="mt-4" />}
    </>
  );
}

/** How people can speak with the municipality, as far as its services are held that way. */
async function describeChannels(
  services: readonly CatalogueService[],
  { language }: Reader,
): Promise<string> {
  const t = await getTranslations('catalogue');
  const channels = listChannels(services);
  const words = channels.map((channel) => t(`service.by.${channel}`));
  const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
  return t('home.lead', { channels: list, withVideo: String(channels.includes('video')) });
}

type FoundProps = {
  readonly services: readonly CatalogueService[];
  readonly question: string;
  readonly reader: Reader;
};

async function Found({ services, question, reader }: FoundProps) {
  const t = await getTranslations('catalogue');
  const found = searchServices(services, question, reader.language);
  if (found.length === 0) {
    const asking = services.find(({ isQuestion }) => isQuestion);
    return (
      <Columns>
        <EmptyState title={t('search.empty', { question })}>
          <p className="mb-4">{t('search.emptyHint')}</p>
          <div className="grid gap-3 sm:flex">
            {asking && (
              <ButtonLink href={`/services/${asking.slug}`} icon={iconMessageCircleQuestionMark}>
                {t('search.ask')}
              </ButtonLink>
            )}
            <ButtonLink href="/" look="secondary">
              {t('allServices')}
            </ButtonLink>
          </div>
        </EmptyState>
      </Columns>
    );
  }
  return (
    <div className="page-width mt-6 lg:mt-12">
      <h2 className="mb-4">{t('search.count', { count: found.length, question })}</h2>
      <ServiceLinks services={found} words={reader} />
    </div>
  );
}
