import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { parseId, type RequestId } from '#journey/ids.ts';
import { findUnderWay, type UnderWay } from '#panels/identity/identify-here.ts';
import { CardWay } from '#panels/identity/ui/card-way.tsx';
import { ScanWay } from '#panels/identity/ui/scan-way.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { identityToolsOf } from '../../../../../../current-identity.ts';
import { currentReader } from '../../../../../../current-reader.ts';
import { currentOrganisation } from '../../../../../../current-request.ts';
import { currentVisit } from '../../../../../../current-visit.ts';
import { CitizenPage } from '../../../../../citizen-page.tsx';

type Props = {
  params: Promise<{ reference: string; id: string }>;
  searchParams: Promise<{ problem?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proving'))('title') };
}

/** Where somebody proves who they are with a provider that has no pages of its own. */
export default async function ProvePage({ params, searchParams }: Props) {
  const [{ reference, id }, { problem }, t, { say }, actor, organisation] = await Promise.all([
    params,
    searchParams,
    getTranslations('proving'),
    currentReader(),
    currentVisit((await params).reference),
    currentOrganisation(),
  ]);
  const page = `/a/${encodeURIComponent(reference)}/requests/${encodeURIComponent(id)}`;
  const requestId = parseId<RequestId>(id);
  const underWay =
    actor === null || requestId === null
      ? null
      : await findUnderWay(identityToolsOf(organisation), actor, requestId);
  // The page of the request says what became of it, and how to begin again.
  if (underWay === null) redirect(page);
  const provider = say(underWay.provider.name);
  return (
    <CitizenPage path={`${page}/prove`}>
      <Band title={t('heading', { provider })} lead={t('lead')} />
      <Columns>
        <Way underWay={underWay} provider={provider} reference={reference} id={id} problem={problem} />
      </Columns>
    </CitizenPage>
  );
}

type WayProps = {
  readonly underWay: UnderWay;
  readonly provider: string;
  readonly reference: string;
  readonly id: string;
  readonly problem: string | undefined;
};

async function Way({ underWay: { here, memory }, provider, reference, id, problem }: WayProps) {
  const from = `/a/${encodeURIComponent(reference)}/requests/${encodeURIComponent(id)}`;
  const page = `${from}/prove`;
  const back = `/api/identity/${memory.provider}/callback?${new URLSearchParams({ state: memory.state, from })}`;
  const follow = `/api/visits/${encodeURIComponent(reference)}/requests/${encodeURIComponent(id)}/scan`;
  if (here.kind === 'card') {
    const { challenge } = here.show(memory);
    const answerAction = `/api/identity/${memory.provider}/callback`;
    return (
      <ClientMessages namespaces={['provingCard']}>
        <CardWay challenge={challenge} state={memory.state} answerAction={answerAction} back={back} />
      </ClientMessages>
    );
  }
  const step = await here.follow(memory);
  if (step === 'over') redirect(back);
  const { code } = here.show(memory);
  const ways = { back, page, follow };
  const { numberOn } = here;
  return <ScanWay {...{ step, provider, code, ways, problem, numberOn }} />;
}
