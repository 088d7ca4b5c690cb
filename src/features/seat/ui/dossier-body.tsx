'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { iconRefreshCw } from '#shared/ui/icons/refresh-cw.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import type { Dossier } from '../dossier.ts';
import { Answers } from './dossier-answers.tsx';
import { Brought } from './dossier-brought.tsx';
import { Agreed, Contact } from './dossier-facts.tsx';
import { Messages } from './dossier-messages.tsx';
import { Part } from './dossier-part.tsx';
import { DeviceTestFacts } from './dossier-test.tsx';
import { SaidWords } from './dossier-words.tsx';
import { OtherChannel } from './other-channel.tsx';
import { PreparationNotes } from './preparation-notes.tsx';
import type { DossierState } from './use-dossier.ts';

/** What the citizen said at booking and what they were asked to have ready. */
export function DossierBody({ state, columns }: { state: DossierState; columns: boolean }) {
  const t = useTranslations('seat.dossier');
  if (state.kind === 'loading') return <Skeleton label={t('loading')} />;
  if (state.kind === 'failed') {
    const action = (
      <Button look="secondary" icon={iconRefreshCw} onClick={state.retry}>
        {t('failed.action')}
      </Button>
    );
    return (
      <Notice kind="danger" role="alert" title={t('failed.title')} action={action}>
        {t('failed.text')}
      </Notice>
    );
  }
  const { dossier } = state;
  return (
    <div className={columns ? 'grid gap-x-8 2xl:grid-cols-2' : ''}>
      <div>
        <OtherChannel key={dossier.appointmentId} dossier={dossier} onChanged={state.retry} />
        <OwnNotes dossier={dossier} />
        <Phrase words={dossier.phraseWords} />
        <Remark text={dossier.remark} />
        <Answers form={dossier.form} />
        <Agreed dossier={dossier} />
        <Contact dossier={dossier} onChanged={state.retry} />
        <SaidWords words={dossier.words} />
        <Messages dossier={dossier} onChanged={state.retry} />
        <DeviceTestFacts test={dossier.deviceTest} />
      </div>
      <Brought readiness={dossier.readiness} />
    </div>
  );
}

/** Another person's begin anew. */
function OwnNotes({ dossier }: { dossier: Dossier }) {
  const { appointmentId, preparationNotes } = dossier;
  return (
    preparationNotes !== null && (
      <PreparationNotes key={appointmentId} dossier={{ appointmentId, preparationNotes }} />
    )
  );
}

function Phrase({ words }: { words: Dossier['phraseWords'] }) {
  const t = useTranslations('seat.dossier');
  return (
    <Part title={t('phrase')}>
      <p className="text-[1.125rem] leading-6 font-bold">{words.join(' ')}</p>
      <p className="text-small text-ink-2">{t('phraseText')}</p>
    </Part>
  );
}

function Remark({ text }: { text: string | null }) {
  const t = useTranslations('seat.dossier');
  return (
    <Part title={t('remark')}>
      {text === null ? (
        <p className="text-ink-2">{t('noRemark')}</p>
      ) : (
        <p className="rounded-md bg-brand-tint px-3 py-2 whitespace-pre-wrap wrap-anywhere">{text}</p>
      )}
    </Part>
  );
}
