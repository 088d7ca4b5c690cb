import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OnlineAlternativeText } from '#features/catalogue/ui/online-alternative.tsx';
import {
  AboutService,
  BringList,
  PrivacyNotice,
  ServiceFacts,
} from '#features/catalogue/ui/service-parts.tsx';
import { chooseMoment } from '#features/scheduling/choose-moment.ts';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import { ChosenMoment } from '#features/scheduling/ui/chosen-moment.tsx';
import { MomentForm, momentFormId } from '#features/scheduling/ui/moment-form.tsx';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconArrowRight, iconGlobe } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { StickyChoice } from '#shared/ui/sticky-choice.tsx';
import { clock } from '../../../../wiring.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { MissingPage } from '../../../missing-page.tsx';
import { generateMetadata as readMissingMetadata } from '../../../not-found.tsx';
import { CitizenPage } from '../../citizen-page.tsx';
import { currentService } from '../../current-service.ts';
import { type Query, readQuery } from '../../read-query.ts';
import { videoWish } from '../../video-wish.ts';

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
  const query = readQuery(await searchParams, ['from', 'date', 'moment', 'missing']);
  const [service, organisation, reader, t] = await Promise.all([
    currentService(slug),
    currentOrganisation(),
    currentReader(),
    getTranslations('catalogue'),
  ]);
  const offered = await findOfferedDays(clock, organisation, videoWish(slug, reader.style.language));
  if (service === null || offered === null) return <MissingPage />;
  const choice = offered.length > 0 ? chooseMoment(offered, query, organisation.timeZone) : null;
  const { say, style } = reader;
  const chosenWords =
    choice?.moment === undefined
      ? t('moments.nothingChosen')
      : capitalise(formatNearMoment(choice.moment, style), style.language);
  const byVideo = service.channels.includes('video');
  return (
    <CitizenPage
      path={`/services/${slug}`}
      bottom={
        choice?.chosen && (
          <StickyChoice
            title={<ChosenMoment name="moment" initial={chosenWords} />}
            detail={t('service.byVideo')}
          >
            <Button type="submit" form={momentFormId} iconAfter={iconArrowRight}>
              {t('moments.choose')}
            </Button>
          </StickyChoice>
        )
      }
    >
      <Band
        title={say(service.name)}
        lead={say(service.summary)}
        back={{ href: '/', text: t('allServices') }}
      />
      <Columns
        first={<ServiceFacts service={service} words={reader} />}
        aside={
          <>
            <BringList service={service} words={reader} />
            <PrivacyNotice slug={slug} />
          </>
        }
      >
        {service.onlineAlternative && (
          <Notice kind="neutral" icon={iconGlobe} title={t('service.online')} heading="h2" className="mb-8">
            <OnlineAlternativeText alternative={service.onlineAlternative} say={say} />
          </Notice>
        )}
        <section id="moments" aria-labelledby="moments-title" className="scroll-mt-4">
          <h2 id="moments-title">{t('moments.title')}</h2>
          {choice ? (
            <MomentForm serviceSlug={slug} choice={choice} style={style} action="/book" />
          ) : (
            <NoMoments why={byVideo ? 'none' : 'notByVideo'} />
          )}
        </section>
        <AboutService service={service} words={reader} />
      </Columns>
    </CitizenPage>
  );
}

async function NoMoments({ why }: { why: 'none' | 'notByVideo' }) {
  const t = await getTranslations('catalogue');
  return why === 'none' ? (
    <Notice kind="info" title={t('moments.none.title')} className="mt-4">
      {t('moments.none.text')}
    </Notice>
  ) : (
    <Notice kind="info" title={t('service.notByVideo.title')} className="mt-4">
      {t('service.notByVideo.text')}
    </Notice>
  );
}
