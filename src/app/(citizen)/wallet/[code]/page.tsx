import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { WalletToken } from '#journey/ids.ts';
import { readWalletNumber } from '#panels/identity/answer-wallet.ts';
import { parseToken } from '#shared/secrets.ts';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { identityToolsOf } from '../../../current-identity.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { CitizenPage } from '../../citizen-page.tsx';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proving.number'))('title'), robots: { index: false } };
}

/** Where a wallet on another device leads its person: to the number that they type where they began. It changes nothing and tells nothing else. */
export default async function WalletNumberPage({ params }: Props) {
  const [{ code: text }, organisation, t] = await Promise.all([
    params,
    currentOrganisation(),
    getTranslations('proving.number'),
  ]);
  const code = parseToken<WalletToken>(text);
  const number = code && (await readWalletNumber(identityToolsOf(organisation), organisation.id, code));
  if (number === null) notFound();
  return (
    <CitizenPage path={`/wallet/${text}`}>
      <Band title={t('title')} lead={t('lead')} />
      <Columns>
        <div className="grid gap-6">
          <p className="font-bold text-figure tabular-nums tracking-widest">{number}</p>
          <p>{t('where')}</p>
          <Notice kind="warn">{t('nobody')}</Notice>
        </div>
      </Columns>
    </CitizenPage>
  );
}
