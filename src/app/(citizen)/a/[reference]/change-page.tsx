import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NothingToChange } from '#features/changes/ui/nothing-to-change.tsx';
import { CitizenPage } from '../../citizen-page.tsx';
import type { Query } from '../../read-query.ts';
import { currentChange } from './current-change.ts';

/** What each page gets on which an appointment is changed. */
export type ChangePageProps = {
  readonly params: Promise<{ reference: string }>;
  readonly searchParams: Promise<Query>;
};

/** The head of such a page: its own title, as long as there is something to change. */
export function headOf(page: 'move' | 'earlier' | 'channel' | 'confirm') {
  return async ({ params }: Pick<ChangePageProps, 'params'>): Promise<Metadata> => {
    const [{ reference }, t] = await Promise.all([params, getTranslations('changes')]);
    const current = await currentChange(reference);
    return { title: current?.may === 'change' ? t(`${page}.title`) : t('tooLate.title') };
  };
}

type TooLateProps = {
  /** Of this very page. */
  readonly path: string;
  readonly why: 'cancelled' | 'tooLate';
  readonly home: string;
};

/** There is nothing to change any more. */
export function TooLatePage({ path, why, home }: TooLateProps) {
  return (
    <CitizenPage path={path}>
      <NothingToChange why={why} home={home} />
    </CitizenPage>
  );
}
