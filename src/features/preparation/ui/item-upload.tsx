import { getTranslations } from 'next-intl/server';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import { type UploadProblem, uploadProblems } from '../upload-problem.ts';
import { UploadForm } from './upload-form.tsx';

export type UploadMeans = {
  /** Where the form is sent, with the item's key behind it. */
  readonly href: string;
  readonly mostBytes: number;
  readonly mostFiles: number;
  /** What was wrong with the last files, as a page without script is told, and of which item. */
  readonly problem: { readonly code: UploadProblem; readonly itemKey: string } | null;
};

type ItemUploadProps = { itemKey: string; title: string; means: UploadMeans };

/** Sends in photos or papers of one thing; folded away, since it may be done and need not. */
export async function ItemUpload({ itemKey, title, means }: ItemUploadProps) {
  const t = await getTranslations('preparation.checklist.send');
  const limits = { size: Math.floor(means.mostBytes / (1024 * 1024)), count: means.mostFiles };
  const problem = means.problem?.itemKey === itemKey ? means.problem.code : null;
  const problems = Object.fromEntries(
    uploadProblems.map((code) => [code, t(`problems.${code}`, limits)] as const),
  ) as Record<UploadProblem, string>;
  return (
    <Disclosure
      plain
      open={problem !== null}
      title={
        <>
          {t('title')}
          <span className="sr-only"> {title}</span>
        </>
      }
    >
      <p className="mb-3 text-note text-ink-2">{t('text')}</p>
      <UploadForm
        id={`files-${itemKey}`}
        href={`${means.href}?item=${encodeURIComponent(itemKey)}`}
        mostBytes={means.mostBytes}
        problem={problem}
        words={{
          label: t('label'),
          hint: t('hint', limits),
          send: t('action'),
          busy: t('busy'),
          sent: t('done'),
          problems,
        }}
      />
    </Disclosure>
  );
}
