import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CallbackInvitation } from '#features/callbacks/ui/callback-invitation.tsx';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import { OnlineAlternativeText } from '#features/catalogue/ui/online-alternative.tsx';
import {
  AboutService,
  BringList,
  PrivacyNotice,
  ServiceFacts,
} from '#features/catalogue/ui/service-parts.tsx';
import { chooseMoment, type MomentChoice } from '#features/scheduling/choose-moment.ts';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import { ChosenMoment } from '#features/scheduling/ui/chosen-moment.tsx';
import { momentFormId } from '#features/scheduling/ui/moment-form.tsx';
import { CounterInvitation } from '#features/walk-in/ui/counter-invitation.tsx';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconArrowRight } from '#shared/ui/icons/arrow-right.ts';
import { iconGlobe } from '#shared/ui/icons/globe.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { StickyChoice } from '#shared/ui/sticky-choice.tsx';
import { clock } from '../../../../wiring.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { MissingPage } from '../../../missing-page.tsx';
import { generateMetadata as readMissingMetadata } from '../../../not-found.tsx';
import { takesCallbacks } from '../../callback/callback-options.ts';
import { CitizenPage } from '../../citizen-page.tsx';
import { takesWalkIns } from '../../counter/current-counters.ts';
import { currentService } from '../../current-service.ts';
import { type CurrentWish, readCurrentWish } from '../../current-wish.ts';
import { type Query, readQuery } from '../../read-query.ts';
import { readWishAddress, writeServiceAddress } from '../../wish-address.ts';
import { MomentSection } from './moment-section.tsx';

type Props = { readonly params: Promise<{ slug: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [service, { say }] = await Promise.all([currentService(slug), currentReader()]);
  if (service === null) return readMissingMetadata();
  return {
    title: say(service.name),
    description: say(service.summary),
    robots: { index: true, follow: true },
    alternates: { canonical: `/services/${slug}` },
  };
}

export default async function ServicePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = await searchParams;
  const [service, current, reader, t] = await Promise.all([
    currentService(slug),
    readCurrentWish(readWishAddress(slug, query)),
    currentReader(),
    getTranslations('catalogue'),
  ]);
  if (!service?.isPublished) return <MissingPage />;
  const choice = await readChoice(current, query);
  const services = current?.services ?? [service];
  const [calls, walksIn] = await Promise.all([takesCallbacks(service), takesWalkIns(service)]);
  return (
    <CitizenPage
      path={current === null ? `/services/${slug}` : writeServiceAddress(current.address)}
      bottom={current && choice?.chosen && <Chosen current={current} choice={choice} />}
    >
      <Band
        title={reader.say(service.name)}
        lead={reader.say(service.summary)}
        back={{ href: '/', text: t('allServices') }}
      />
      <Columns
        first={<ServiceFacts services={services} words={reader} />}
        aside={
          <>
            <BringList services={services} words={reader} />
            {walksIn && <CounterInvitation service={slug} />}
            {calls && <CallbackInvitation service={slug} />}
            <PrivacyNotice slug={slug} />
          </>
        }
      >
        <Online services={services} />
        <section id="moments" aria-labelledby="moments-title" className="scroll-mt-4">
          <h2 id="moments-title">{t('moments.title')}</h2>
          {current === null ? (
            <Notice kind="info" title={t('service.noChannel.title')} className="mt-4">
              {t('service.noChannel.text')}
            </Notice>
          ) : (
            <MomentSection current={current} choice={choice} words={reader} calls={calls} />
          )}
        </section>
        <AboutService service={service} words={reader} />
      </Columns>
    </CitizenPage>
  );
}

/** What there is to choose from; null when there are no free times at all. */
async function readChoice(current: CurrentWish | null, query: Query): Promise<MomentChoice | null> {
  if (current === null) return null;
  const organisation = await currentOrganisation();
  const offered = await findOfferedDays(clock, organisation, current.wish);
  if (offered === null || offered.length === 0) return null;
  return chooseMoment(
    offered,
    readQuery(query, ['from', 'date', 'moment', 'missing']),
    organisation.timeZone,
  );
}

/** What needs no appointment comes first. */
async function Online({ services }: { services: readonly ServiceDetails[] }) {
  const [{ say }, t] = await Promise.all([currentReader(), getTranslations('catalogue.service')]);
  return services
    .filter(({ onlineAlternative }) => onlineAlternative !== null)
    .map(({ slug, name, onlineAlternative }) => (
      <Notice
        key={slug}
        kind="neutral"
        icon={iconGlobe}
        title={services.length > 1 ? `${say(name)}: ${t('online')}` : t('online')}
        heading="h2"
        className="mb-8"
      >
        <OnlineAlternativeText alternative={onlineAlternative} say={say} />
      </Notice>
    ));
}

/** The chosen moment and the way on, always in sight. */
async function Chosen({ current, choice }: { current: CurrentWish; choice: MomentChoice }) {
  const [{ style }, t] = await Promise.all([currentReader(), getTranslations('catalogue')]);
  const words =
    choice.moment === undefined
      ? t('moments.nothingChosen')
      : capitalise(formatNearMoment(choice.moment, style), style.language);
  return (
    <StickyChoice
      title={<ChosenMoment name="moment" initial={words} />}
      detail={t(`service.by.${current.wish.channel}`)}
    >
      <Button type="submit" form={momentFormId} iconAfter={iconArrowRight}>
        {t('moments.choose')}
      </Button>
    </StickyChoice>
  );
}
