'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import type { SeatCall, SeatCallback } from '#journey/live-views.ts';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { UndoBar } from '#shared/ui/undo-bar.tsx';
import { isLater } from '../order-calls.ts';
import { CallbackRow } from './callback-row.tsx';
import { type Answer, sendCallback, sendCallResult } from './seat-requests.ts';
import { UnreachedRow } from './unreached-row.tsx';

type Call = SeatCall | SeatCallback;

/** What was said of a call, and how it is taken back. */
export type Said = { readonly name: string; readonly words: string; readonly takeBack: () => void };

type Props = {
  readonly calls: readonly Call[];
  readonly onClose: () => void;
  /** Makes place for the dossier. @returns whether it could be opened */
  readonly onOpenDossier: (id: AppointmentId) => Promise<boolean>;
};

/** Whom to call: who asked for it, and whom no message reaches. What came of a call can be taken back. */
export function CallList({ calls, onClose, onOpenDossier }: Props) {
  const t = useTranslations('seat.calls');
  const [said, setSaid] = useState<(Said & { readonly key: string }) | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (sending: Promise<Answer<unknown>>) => {
    setTrouble(null);
    const answer = await sending;
    if (answer.ok) return true;
    const { code, clerkName = '' } = answer.refusal;
    setSaid(null);
    setTrouble(code === 'claimed' ? t('callbacks.claimedBy', { name: clerkName }) : t('failed'));
    return false;
  };
  const tick = (key: string, what: Omit<Said, 'takeBack'>, sending: Promise<Answer<unknown>>, back: Call) => {
    const takeBack = () => {
      setSaid(null);
      void send(
        back.kind === 'callback'
          ? sendCallback(back.id, { act: 'try', result: null })
          : sendCallResult(back.id, null),
      );
    };
    setSaid({ key, ...what, takeBack });
    void send(sending);
  };
  const openDossier = async (id: AppointmentId) => {
    setTrouble(null);
    if (!(await onOpenDossier(id))) setTrouble(t('failed'));
  };
  const row = (call: Call) => (
    <li key={call.id} className="border-t border-line py-4">
      {call.kind === 'callback' ? (
        <CallbackRow
          call={call}
          onAct={(act) => send(sendCallback(call.id, act))}
          onResult={(result, what) =>
            tick(`${call.id} ${result}`, what, sendCallback(call.id, { act: 'try', result }), call)
          }
        />
      ) : (
        <UnreachedRow
          call={call}
          onOpenDossier={(id) => void openDossier(id)}
          onTrouble={() => setTrouble(t('failed'))}
          onResult={(result, words) =>
            tick(
              `${call.id} ${result}`,
              { name: call.citizenName, words },
              sendCallResult(call.id, result),
              call,
            )
          }
        />
      )}
    </li>
  );
  const later = calls.filter(isLater);
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} closeText={t('close')} width="wide">
      <p className="text-ink-2">{calls.length === 0 ? t('empty') : t('lead')}</p>
      <div role="alert" className="mt-2 empty:hidden">
        {trouble !== null && <Notice kind="warn">{trouble}</Notice>}
      </div>
      {said !== null && (
        <div className="sticky top-0 z-sticky mt-3">
          <UndoBar
            key={said.key}
            text={t('done', { name: said.name, result: said.words })}
            undoText={t('undo')}
            onUndo={said.takeBack}
            onEnd={() => setSaid(null)}
          />
        </div>
      )}
      <ul className="mt-3">{calls.filter((call) => !isLater(call)).map(row)}</ul>
      {later.length > 0 && (
        <section aria-labelledby="calls-later">
          <h3 id="calls-later" className="mt-4 text-ink-2">
            {t('callbacks.later')}
          </h3>
          <ul className="mt-2">{later.map(row)}</ul>
        </section>
      )}
    </Dialog>
  );
}
