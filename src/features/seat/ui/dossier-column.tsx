'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { SeatEntry } from '#journey/live-views.ts';
import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconDoorOpen } from '#shared/ui/icons/door-open.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { iconX } from '#shared/ui/icons/x.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { DossierActions } from './dossier-actions.tsx';
import { DossierBody } from './dossier-body.tsx';
import { DossierHead } from './dossier-head.tsx';
import { EntryState } from './entry-state.tsx';
import { OpenPhone } from './open-phone.tsx';
import type { DossierState } from './use-dossier.ts';
import { useKeyWords } from './use-key-words.ts';
import type { AdmissionProblem } from './use-seat.ts';

export type AdmissionControl = {
  readonly admit: (entry: SeatEntry) => void;
  readonly admitting: boolean;
  readonly problem: AdmissionProblem | null;
};

export type DossierTopProps = {
  readonly entry: SeatEntry;
  readonly now: number;
  readonly isNext: boolean;
  readonly dossier: DossierState;
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** Null while the clerk is in conversation. */
  readonly admission: AdmissionControl | null;
  /** Beside a running conversation the dossier can be closed. */
  readonly onClose?: () => void;
};

/** The chosen person: who, when, where they are now, and the one button. */
export function DossierTop({ entry, now, isNext, dossier, headingRef, admission, onClose }: DossierTopProps) {
  const t = useTranslations('seat.dossier');
  const known = dossier.kind === 'loaded' ? dossier.dossier : null;
  const close = onClose && <IconButton icon={iconX} label={t('close')} onClick={onClose} />;
  return (
    <div className="[&>:not(:first-child,:empty)]:mt-3.5">
      <DossierHead entry={entry} now={now} isNext={isNext} headingRef={headingRef} end={close} />
      {admission && <Admission entry={entry} {...admission} />}
      {admission && entry.channel === 'phone' && entry.state === 'expected' && (
        <OpenPhone key={entry.appointmentId} appointmentId={entry.appointmentId} />
      )}
      <EntryState entry={entry} now={now} dossier={known} />
      {known && <DossierActions key={entry.appointmentId} entry={entry} now={now} dossier={known} />}
      <Companions entry={entry} />
    </div>
  );
}

/** The dossier of somebody else, beside the running conversation. */
export function DossierAside(props: DossierTopProps) {
  return (
    <div className="grid content-start gap-3.5 p-4">
      <DossierTop {...props} />
      <DossierBody state={props.dossier} columns={false} />
    </div>
  );
}

/** Nobody was chosen yet. */
export function NobodyChosen() {
  const t = useTranslations('seat.dossier');
  return (
    <div className="m-auto w-full max-w-text px-6 py-8">
      <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
    </div>
  );
}

function Admission({ entry, admit, admitting, problem }: { entry: SeatEntry } & AdmissionControl) {
  const t = useTranslations('seat.dossier');
  const keys = useShortcutKeys().admit;
  const words = useKeyWords()(keys);
  const isThere = entry.state === 'waiting' || entry.state === 'away';
  const shown = problem?.appointmentId === entry.appointmentId ? problem : null;
  return (
    <>
      {isThere && (
        <p>
          <Button
            icon={iconDoorOpen}
            keys={words.length === 0 ? undefined : words.join(' ')}
            aria-keyshortcuts={keys ?? undefined}
            busy={admitting}
            busyText={t('admitting')}
            onClick={() => admit(entry)}
          >
            {t('admit')}
          </Button>
        </p>
      )}
      <div role="alert">{shown && <AdmissionRefusal problem={shown} />}</div>
    </>
  );
}

const knownProblems = [
  'notFound',
  'takenByColleague',
  'alreadyInConversation',
  'notPresent',
  'ended',
] as const;

function AdmissionRefusal({ problem }: { problem: AdmissionProblem }) {
  const t = useTranslations('seat.dossier');
  const code = knownProblems.find((known) => known === problem.code) ?? 'unexpected';
  return <Notice kind="warn">{t(`problems.${code}`, { name: problem.clerkName ?? '' })}</Notice>;
}

/** Who else waits with this citizen; they come in one by one, once the conversation runs. */
function Companions({ entry: { state, atTheDoor } }: { entry: SeatEntry }) {
  const t = useTranslations('seat.dossier');
  const format = useFormatter();
  if (atTheDoor.length === 0 || state === 'admitted') return null;
  return (
    <Notice kind="neutral" icon={iconUsersRound}>
      {t('companions', { names: format.list(atTheDoor.map(({ name }) => name)) })}
    </Notice>
  );
}
