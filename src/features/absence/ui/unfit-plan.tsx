'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconUndo2 } from '#shared/ui/icons/undo-2.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { type DoneLine, DoneLines } from './done-lines.tsx';
import { PlanLines, type PlannedLine } from './plan-lines.tsx';

export type UnfitOutcome =
  | { readonly kind: 'refused' }
  | { readonly kind: 'done'; readonly lines: readonly DoneLine[]; readonly changedMeanwhile: number };

export type UnfitPlanProps = {
  readonly lines: readonly PlannedLine[];
  /** Where the list is. */
  readonly backHref: string;
  readonly action: (before: UnfitOutcome | null, form: FormData) => Promise<UnfitOutcome>;
};

/** What becomes of appointments that no longer fit, to change before it is done; and afterwards what was done. */
export function UnfitPlan({ lines, backHref, action }: UnfitPlanProps) {
  const t = useTranslations('absence');
  const [outcome, submit] = useActionState(action, null);
  if (outcome?.kind === 'done') return <UnfitDone outcome={outcome} backHref={backHref} />;
  return (
    <form action={submit} className="grid max-w-page gap-4">
      {outcome?.kind === 'refused' && (
        <Notice kind="danger" role="alert">
          {t('plan.refused')}
        </Notice>
      )}
      <PlanLines lines={lines} />
      <p className="max-w-text text-ink-2">{t('plan.what')}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton busyText={t('plan.busy')}>{t('unfit.confirm', { count: lines.length })}</SubmitButton>
        <ButtonLink href={backHref} look="underlined" icon={iconUndo2}>
          {t('unfit.back')}
        </ButtonLink>
      </p>
    </form>
  );
}

type Done = Extract<UnfitOutcome, { kind: 'done' }>;

function UnfitDone({ outcome, backHref }: { outcome: Done; backHref: string }) {
  const t = useTranslations('absence');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="done" className="grid max-w-text gap-4">
      <h2 id="done" ref={heading} tabIndex={-1} className="ring-none text-h1">
        {t('unfit.done')}
      </h2>
      {outcome.lines.length > 0 && <DoneLines lines={outcome.lines} />}
      {outcome.changedMeanwhile > 0 && (
        <Notice kind="info">{t('done.changedMeanwhile', { count: outcome.changedMeanwhile })}</Notice>
      )}
      <p>
        <ButtonLink look="secondary" href={backHref}>
          {t('unfit.back')}
        </ButtonLink>
      </p>
    </section>
  );
}
