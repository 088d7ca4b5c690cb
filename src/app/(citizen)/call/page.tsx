import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestExplained } from '#features/requests/ui/request-explained.tsx';
import { readStatement } from '#panels/identity/begin-ahead.ts';
import { ProviderChoice } from '#panels/identity/ui/provider-ways.tsx';
import { telHref } from '#shared/tel-href.ts';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { CardLinkList, LinkList } from '#shared/ui/link-list.tsx';
import { awayWaysOf } from '../../current-identity.ts';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { CitizenPage } from '../citizen-page.tsx';
import { type Query, readQuery } from '../read-query.ts';
import { TooManyTries } from '../too-many-tries.tsx';
import { currentAheadServices, currentProof } from './current-ahead.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.ahead'))('title'), robots: { index: false } };
}

/** For who wants to telephone and proves first who they are: about which service, why, and by which provider. Complete without script. */
export default async function CallFirstPage({ searchParams }: Props) {
  const { service: slug, problem } = readQuery(await searchParams, ['service', 'problem']);
  if (problem === 'tooMany') return <TooManyTries back="/call" />;
  const service = (await currentAheadServices()).find((each) => each.slug === slug);
  if (service === undefined) return <ChooseService />;
  const [organisation, { say }, t, proof] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('identity.ahead'),
    currentProof(),
  ]);
  const statement = await readStatement(organisation.id, service.id);
  if (statement === null) return <ChooseService />;
  const phone = organisation.phone.replaceAll(' ', '\u00a0');
  return (
    <CitizenPage path={`/call?service=${service.slug}`}>
      <Band
        over={say(service.name)}
        title={say(statement.title)}
        back={{ href: '/call', text: t('otherService') }}
      />
      <Columns>
        <div className="grid gap-6">
          <div>
            <RequestExplained request={statement} say={say} />
          </div>
          <ProviderChoice
            action={`/call/identify?service=${service.slug}`}
            settings={statement.settings}
            problem={proof?.problem ?? null}
            providers={awayWaysOf(organisation)}
            say={say}
          />
          <LinkList links={[{ href: telHref(phone), text: t('without', { phone }), icon: iconPhone }]} />
        </div>
      </Columns>
    </CitizenPage>
  );
}

async function ChooseService() {
  const [{ say }, t, services] = await Promise.all([
    currentReader(),
    getTranslations('identity.ahead'),
    currentAheadServices(),
  ]);
  return (
    <CitizenPage path="/call">
      <Band title={t('title')} lead={services.length === 0 ? t('none') : t('choose')} />
      <div className="page-width mt-6 lg:mt-12">
        <CardLinkList
          heading="h2"
          links={services.map((service) => ({
            href: `/call?service=${service.slug}`,
            title: say(service.name),
            detail: say(service.summary),
            icon: iconByName(service.category.icon),
          }))}
        />
      </div>
    </CitizenPage>
  );
}
