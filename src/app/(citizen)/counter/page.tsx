import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { CallbackInvitation } from '#features/callbacks/ui/callback-invitation.tsx';
import { listServicesOfTeams } from '#features/catalogue/catalogue.data.ts';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import { channelsFor } from '#features/walk-in/channels-for.ts';
import type { CounterState } from '#features/walk-in/counter-state.ts';
import { WalkInForm } from '#features/walk-in/ui/walk-in-form.tsx';
import { type WalkInChannel, walkInChannels } from '#journey/walk-in-channels.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { telHref } from '#shared/tel-href.ts';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconGlobe } from '#shared/ui/icons/globe.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { CardLinkList, LinkList } from '#shared/ui/link-list.tsx';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { takesCallbacks } from '../callback/callback-options.ts';
import { CitizenPage } from '../citizen-page.tsx';
import { currentService } from '../current-service.ts';
import { type Query, readQuery } from '../read-query.ts';
import { writeAgainAddress } from '../wish-address.ts';
import { currentCounterState, currentCounters } from './current-counters.ts';
import { sendWalkIn } from './send-walk-in.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('counter'))('title'), robots: { index: false } };
}

/** The open counter: for who comes without appointment, whether it is open, how long it takes, and the way in. */
export default async function CounterPage({ searchParams }: Props) {
  const { service: slug, by } = readQuery(await searchParams, ['service', 'by']);
  const service = slug === undefined ? null : await currentService(slug);
  const found = service?.isPublished ? await currentCounterState(service) : null;
  if (service === null || found === null) return <ChooseService by={by} />;
  const { counter, state } = found;
  const channels = channelsFor(counter, service);
  const chosen = channels.find((channel) => channel === by) ?? channels[0] ?? 'video';
  const [organisation, { say, style }, t] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('counter'),
  ]);
  const spoken = new Intl.ListFormat(style.language).format(
    counter.languages.map((language) => t(`languages.${language}`)),
  );
  const facts =
    state.kind !== 'open'
      ? []
      : [
          { icon: iconUsersRound, term: t('waitingTerm'), detail: t('waiting', { count: state.waiting }) },
          {
            icon: iconClock4,
            term: t('turnTerm'),
            detail:
              state.turnAt === null ? t('turnUnknown') : t('turn', { time: formatTime(state.turnAt, style) }),
          },
          {
            icon: iconClock4,
            term: t('closesTerm'),
            detail: t('closes', { time: formatTime(state.closesAt, style) }),
          },
        ];
  return (
    <CitizenPage path={`/counter?service=${service.slug}`}>
      <Band
        over={say(service.name)}
        title={t(`titles.${state.kind}`)}
        lead={await leadOf(state, channels)}
        back={{ href: by === undefined ? '/counter' : `/counter?by=${chosen}`, text: t('otherService') }}
      />
      <Columns aside={await Ways({ service })}>
        <div className="grid gap-8">
          <FactList facts={[...facts, { icon: iconGlobe, term: t('languagesTerm'), detail: spoken }]} />
          {channels.includes('chat') && counter.openingText && (
            <p className="max-w-text wrap-anywhere whitespace-pre-line">{say(counter.openingText)}</p>
          )}
          {state.kind === 'open' && (
            <ClientMessages namespaces={['counter', 'common']}>
              <WalkInForm
                action={sendWalkIn}
                service={service.slug}
                submissionKey={randomUUID()}
                phone={organisation.phone}
                channels={channels}
                chosen={chosen}
              />
            </ClientMessages>
          )}
          <LinkList
            links={[{ href: `/services/${service.slug}/privacy`, text: t('privacy'), icon: iconShieldCheck }]}
          />
        </div>
      </Columns>
    </CitizenPage>
  );
}

async function leadOf(state: CounterState, channels: readonly WalkInChannel[]): Promise<string> {
  const [t, { style }] = await Promise.all([getTranslations('counter.leads'), currentReader()]);
  if (state.kind === 'open') return t('open', { how: howOf(channels) });
  const moment = state.opensAt === null ? '' : formatNearMoment(state.opensAt, style);
  return t(state.kind, { known: state.opensAt === null ? 'no' : 'yes', moment });
}

/** As texts say it. */
function howOf(channels: readonly WalkInChannel[]): WalkInChannel | 'both' {
  return channels.length > 1 ? 'both' : (channels[0] ?? 'video');
}

/** Other ways to somebody: a time of one's own, being called, the telephone. */
async function Ways({ service }: { service: ServiceDetails }): Promise<ReactNode> {
  const [t, organisation, calls] = await Promise.all([
    getTranslations('counter'),
    currentOrganisation(),
    takesCallbacks(service),
  ]);
  const phone = organisation.phone.replaceAll(' ', '\u00a0');
  return (
    <div className="grid gap-4">
      <ButtonLink look="secondary" href={writeAgainAddress([service])} icon={iconCalendarPlus}>
        {t('book')}
      </ButtonLink>
      {calls && <CallbackInvitation service={service.slug} />}
      <LinkList links={[{ href: telHref(phone), text: t('call', { phone }), icon: iconPhone }]} />
    </div>
  );
}

/** @param by how one wants to be helped, as it stands in the address */
async function ChooseService({ by }: { by: string | undefined }) {
  const [organisation, { say }, t, counters] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('counter'),
    currentCounters(),
  ]);
  const wanted = walkInChannels.find((channel) => channel === by);
  const offered =
    wanted === undefined ? counters : counters.filter(({ channels }) => channels.includes(wanted));
  const teams = offered.map(({ teamId }) => teamId);
  const all = await withOrganisation(organisation.id, (scope) => listServicesOfTeams(scope, teams));
  const ways = [...new Set(offered.flatMap(({ channels }) => channels))];
  const services = all.filter(
    (service) => channelsFor({ channels: wanted === undefined ? ways : [wanted] }, service).length > 0,
  );
  const query = wanted === undefined ? '' : `&by=${wanted}`;
  return (
    <CitizenPage path="/counter">
      <Band
        title={t('title')}
        lead={services.length === 0 ? t('none') : t('choose', { how: wanted ?? howOf(ways) })}
      />
      <div className="page-width mt-6 lg:mt-12">
        <CardLinkList
          heading="h2"
          links={services.map((service) => ({
            href: `/counter?service=${service.slug}${query}`,
            title: say(service.name),
            detail: say(service.summary),
            icon: iconByName(service.category.icon),
          }))}
        />
      </div>
    </CitizenPage>
  );
}
