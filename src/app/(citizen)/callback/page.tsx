import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { callbackFormId } from '#features/callbacks/callback-state.ts';
import { CallbackPage } from '#features/callbacks/ui/callback-page.tsx';
import { NoCallback } from '#features/callbacks/ui/no-callback.tsx';
import { listServicesOfTeams } from '#features/catalogue/catalogue.data.ts';
import { settledCallbackDays } from '#journey/retention.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Band } from '#shared/ui/band.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { CardLinkList } from '#shared/ui/link-list.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { CitizenPage } from '../citizen-page.tsx';
import { currentService } from '../current-service.ts';
import { type Query, readQuery } from '../read-query.ts';
import { blankCallback, currentPhoneTeams } from './callback-options.ts';
import { sendCallback } from './send-callback.ts';

type Props = { readonly searchParams: Promise<Query> };

/** The page writes the title itself: it says what came of the form, also in the answer to a browser without script. */
export const metadata: Metadata = { title: { absolute: '' }, robots: { index: false } };

/** For who wants to be called: about which service, on which number, and when. */
export default async function CallMePage({ searchParams }: Props) {
  const { service: slug } = readQuery(await searchParams, ['service']);
  const service = slug === undefined ? null : await currentService(slug);
  if (!service?.isPublished) return <ChooseService />;
  const [organisation, { say }, start] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    blankCallback(service),
  ]);
  const path = `/callback?service=${service.slug}`;
  if (start.options.length === 0) {
    return (
      <CitizenPage path={path}>
        <NoCallback
          service={{ slug: service.slug, name: say(service.name) }}
          organisation={{ name: organisation.name, phone: organisation.phone }}
        />
      </CitizenPage>
    );
  }
  return (
    <CitizenPage path={path} form={{ id: callbackFormId, name: 'intent' }} top={<DefaultButton />}>
      <ClientMessages namespaces={['callback', 'common']}>
        <CallbackPage
          action={sendCallback}
          start={start}
          service={{ slug: service.slug, name: say(service.name), asksQuestion: service.isQuestion }}
          // A number that breaks over two lines cannot be read aloud.
          organisation={{ name: organisation.name, phone: organisation.phone.replaceAll(' ', '\u00a0') }}
          aside={<Privacy slug={service.slug} />}
        />
      </ClientMessages>
    </CitizenPage>
  );
}

/** First of the form's buttons: Enter in a field asks, and does not change the language. */
function DefaultButton() {
  return (
    <button
      type="submit"
      form={callbackFormId}
      name="intent"
      value="ask"
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
    />
  );
}

async function ChooseService() {
  const [organisation, { say }, t, teams] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('callback'),
    currentPhoneTeams(),
  ]);
  const services = await withOrganisation(organisation.id, (scope) => listServicesOfTeams(scope, [...teams]));
  return (
    <CitizenPage path="/callback">
      <title>{`${t('title')}, ${organisation.name}`}</title>
      <Band title={t('choose.title')} lead={services.length === 0 ? t('choose.none') : t('choose.lead')} />
      <div className="page-width mt-6 lg:mt-12">
        <CardLinkList
          heading="h2"
          links={services.map((service) => ({
            href: `/callback?service=${service.slug}`,
            title: say(service.name),
            detail: say(service.summary),
            icon: iconByName(service.category.icon),
          }))}
        />
      </div>
    </CitizenPage>
  );
}

async function Privacy({ slug }: { slug: string }) {
  const t = await getTranslations('callback.privacy');
  return (
    <Notice kind="info" icon={iconShieldCheck} title={t('title')} heading="h2">
      {t('text', { days: settledCallbackDays })} <a href={`/services/${slug}/privacy`}>{t('link')}</a>
    </Notice>
  );
}
