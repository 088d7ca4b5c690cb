'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ProposableChannel, proposableChannels } from '#journey/channel-proposal.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconStore } from '#shared/ui/icons/store.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { Dossier } from '../dossier.ts';
import { sendProposal } from './seat-requests.ts';

type Props = { dossier: Dossier; onChanged: () => void };

const icons = { phone: iconPhone, counter: iconStore } as const;
const problems = ['tooLate', 'notOffered'] as const;

/**
 * Where video may fail: the telephone or the counter is proposed by one click, and what came of it stays in sight. Nothing for an
 * appointment that is not over video, and where all works and nothing was proposed.
 */
export function OtherChannel({ dossier, onChanged }: Props) {
  const t = useTranslations('seat.dossier.otherChannel');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { proposal, mayPropose, deviceTest, appointmentId } = dossier;
  const isFine = deviceTest !== null && deviceTest.verdict !== 'failed';
  const isOpen = proposal?.state === 'open';
  if (proposal === null && (!mayPropose || isFine)) return null;

  async function send(channel: ProposableChannel | null): Promise<void> {
    setBusy(true);
    const answer = await sendProposal(appointmentId, channel);
    setBusy(false);
    setProblem(answer.ok ? null : (problems.find((code) => code === answer.refusal.code) ?? 'failed'));
    onChanged();
  }

  const failed = deviceTest?.verdict === 'failed';
  return (
    <Notice
      kind={proposal === null && failed ? 'warn' : 'neutral'}
      title={
        proposal === null
          ? t(failed ? 'failed' : 'untested')
          : t(`states.${proposal.state}.${proposal.channel}`)
      }
      role="status"
    >
      {mayPropose && (
        <span className="mt-1.5 flex flex-wrap items-center gap-2">
          {isOpen ? (
            <Button look="secondary" busy={busy} busyText={t('busy')} onClick={() => void send(null)}>
              {t('withdraw')}
            </Button>
          ) : (
            proposableChannels.map((channel) => (
              <Button
                key={channel}
                look="secondary"
                icon={icons[channel]}
                busy={busy}
                busyText={t('busy')}
                onClick={() => void send(channel)}
              >
                {t(`propose.${channel}`)}
              </Button>
            ))
          )}
        </span>
      )}
      <span role="alert">
        {problem !== null && <span className="text-danger">{t(`problems.${problem as 'failed'}`)}</span>}
      </span>
    </Notice>
  );
}
