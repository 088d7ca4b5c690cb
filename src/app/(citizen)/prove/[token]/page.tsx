import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { mayTryLink } from '#features/link/link-limits.ts';
import { RequestExplained } from '#features/requests/ui/request-explained.tsx';
import { ProviderChoice } from '#panels/identity/ui/provider-ways.tsx';
import { setAnswerStatus } from '#shared/http/answer-status.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { attemptLimiter } from '../../../../wiring.ts';
import { awayWaysOf } from '../../../current-identity.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { CitizenPage } from '../../citizen-page.tsx';
import { TooManyTries } from '../../too-many-tries.tsx';
import { currentOrder } from '../current-order.ts';

type Props = { readonly params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.ordered'))('title'), robots: { index: false } };
}

/** For who talks with the municipality elsewhere, and proves here who they are. Opening it changes nothing. Complete without script. */
export default async function ProvePage({ params }: Props) {
  const { token } = await params;
  if (!(await mayTryLink(attemptLimiter, token, clientAddress(await headers()))))
    return <TooManyTries back={`/prove/${token}`} />;
  const [order, organisation, { say }, t] = await Promise.all([
    currentOrder(token),
    currentOrganisation(),
    currentReader(),
    getTranslations('identity.ordered'),
  ]);
  if (order === null || order.isAnswered) {
    if (order === null) setAnswerStatus(await headers(), 404);
    return (
      <CitizenPage path="/">
        <Band title={t('overTitle')} lead={t('over')} />
      </CitizenPage>
    );
  }
  const path = `/prove/${order.token}`;
  return (
    <CitizenPage path={path}>
      <Band title={say(order.statement.title)} lead={t('lead', { software: order.clientName })} />
      <Columns>
        <div className="grid gap-6">
          <p className="font-strong">{t('onlyIf')}</p>
          <ProviderChoice
            action={`${path}/identify`}
            settings={order.statement.settings}
            problem={order.problem}
            providers={awayWaysOf(organisation)}
            say={say}
          />
          <div>
            <RequestExplained request={order.statement} say={say} />
          </div>
          <form method="post" action={`${path}/decline`}>
            <Button type="submit" look="underlined">
              {t('decline')}
            </Button>
          </form>
        </div>
      </Columns>
    </CitizenPage>
  );
}
