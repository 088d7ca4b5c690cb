import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Language } from '#journey/language.ts';
import { Button } from '#shared/ui/button.tsx';
import type { CompanionLinkView, SendLinkProblem } from '../companion-link.ts';
import type { TypedRecipient } from '../read-recipient.ts';
import { fieldProblemOf, RecipientFields } from './recipient-fields.tsx';
import { SentState } from './sent-state.tsx';

type Problem = SendLinkProblem | 'unexpected';
type Props = {
  readonly link: CompanionLinkView;
  readonly onAct: (act: 'show' | 'withdraw') => void;
  /** @returns why it was not sent; null when it was */
  readonly onSend: (typed: TypedRecipient) => Promise<Problem | null>;
};

/** A third person's link at the seat: who opened it, how far it came, and what can be done with it. */
export function SeatLinkRow({ link: { id, role, madeBy, openedBy, sent }, onAct, onSend }: Props) {
  const t = useTranslations('companions');
  const [isSending, setSending] = useState(false);
  const roleName = t(`roles.${role}`);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      <span className="min-w-40 flex-1 wrap-anywhere">
        <b className="font-strong">{roleName}</b>{' '}
        <span className="text-small text-ink-2">
          {openedBy === null ? t('invite.unopened') : t('invite.opened', { name: openedBy })},{' '}
          {madeBy === 'staff' ? t('seat.byStaff') : t('seat.byCitizen')}
        </span>
        <SentState sent={sent} />
      </span>
      <div className="flex flex-wrap gap-x-3">
        <Button
          look="underlined"
          aria-label={t('send.openOf', { role: roleName })}
          aria-expanded={isSending}
          onClick={() => setSending(!isSending)}
        >
          {t('send.open')}
        </Button>
        {(['show', 'withdraw'] as const).map((act) => (
          <Button
            key={act}
            look="underlined"
            aria-label={t(`invite.${act}Of`, { role: roleName })}
            onClick={() => onAct(act)}
          >
            {t(`invite.${act}`)}
          </Button>
        ))}
      </div>
      {isSending && <SendForm id={`seat-companion-${id}`} onSend={onSend} onSent={() => setSending(false)} />}
    </li>
  );
}

function SendForm({ id, onSend, onSent }: { id: string; onSend: Props['onSend']; onSent: () => void }) {
  const t = useTranslations('companions');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const refusal = await onSend({
      to: String(form.get('to')),
      language: String(form.get('language')) as Language,
    });
    setBusy(false);
    setProblem(refusal);
    if (refusal === null) onSent();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid basis-full gap-2 pb-2">
      <RecipientFields id={id} typed={null} problem={fieldProblemOf(problem)} />
      <Button type="submit" look="secondary" busy={busy} busyText={t('invite.busy')} className="w-fit">
        {t('send.action')}
      </Button>
    </form>
  );
}
