import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { CitizenPage } from '../../citizen-page.tsx';
import { type Query, readQuery } from '../../read-query.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.ordered'))('doneTitle'), robots: { index: false } };
}

/** The end of a proof for other software: the conversation goes on where it was. */
export default async function ProvedPage({ searchParams }: Props) {
  const [{ declined }, t] = await Promise.all([
    searchParams.then((query) => readQuery(query, ['declined'])),
    getTranslations('identity.ordered'),
  ]);
  const isDeclined = declined !== undefined;
  return (
    <CitizenPage path="/prove/done">
      <Band
        title={t(isDeclined ? 'declinedTitle' : 'doneTitle')}
        lead={t(isDeclined ? 'declined' : 'done')}
      />
    </CitizenPage>
  );
}
