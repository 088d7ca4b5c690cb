'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconSmartphone } from '#shared/ui/icons/smartphone.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { SeatRequest } from '../request-views.ts';
import {
  type NumberProblem,
  numberProblems,
  type RequestProblem,
  sendLinkBySms,
} from './seat-request-calls.ts';

type LinkBySmsProps = {
  readonly appointmentId: AppointmentId;
  readonly request: SeatRequest;
  /** The appointment's number; null without. */
  readonly mobile: string | null;
};

/** The link to a request by text message: to the number of the appointment, or to one that is typed for it. How far it came stands beside it. */
export function LinkBySms({ appointmentId, request, mobile }: LinkBySmsProps) {
  const t = useTranslations('seatRequests');
  // Null before it was opened the first time: after that, closing it brings the focus back.
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const { sent } = request;
  return (
    <div className="mt-1.5">
      {!isOpen && (
        <Button
          look="secondary"
          icon={iconSmartphone}
          autoFocus={isOpen === false}
          onClick={() => setOpen(true)}
        >
          {t('sms.open')}
        </Button>
      )}
      {isOpen && (
        <SendForm
          appointmentId={appointmentId}
          request={request}
          mobile={mobile}
          onDone={() => setOpen(false)}
        />
      )}
      <p
        role="status"
        className={sent?.state === 'failed' ? 'mt-1 font-strong text-danger' : 'mt-1 text-small'}
      >
        {sent && t(`sms.states.${sent.state}`, { number: sent.number })}
        {sent?.isByCode && ` ${t('sms.sayCode')}`}
      </p>
    </div>
  );
}

function SendForm({ appointmentId, request, mobile, onDone }: LinkBySmsProps & { onDone: () => void }) {
  const t = useTranslations('seatRequests');
  const id = useId();
  // Sent again to the same number after a lost answer, it is the same press.
  const pressed = useRef({ press: '', to: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<NumberProblem | RequestProblem | null>(null);
  const ofNumber = numberProblems.find((each) => each === problem);
  const other = problem === null || ofNumber !== undefined ? null : (problem as RequestProblem);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const to = String(new FormData(event.currentTarget).get('to') ?? '');
    if (pressed.current.to !== to || pressed.current.press === '')
      pressed.current = { press: crypto.randomUUID(), to };
    setBusy(true);
    const refusal = await sendLinkBySms(appointmentId, request.id, pressed.current);
    setBusy(false);
    setProblem(refusal);
    if (refusal === null) onDone();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid gap-2">
      <TextField
        id={id}
        name="to"
        type="tel"
        width="half"
        label={t('sms.number')}
        hint={`${t('sms.hint')} ${t('sms.otherHint')}`}
        error={ofNumber === undefined ? undefined : t(`sms.problems.${ofNumber}`)}
        defaultValue={mobile ?? ''}
        maxLength={40}
        autoComplete="off"
        autoFocus
      />
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <Button type="submit" busy={busy} busyText={t('busy')}>
          {t('sms.send')}
        </Button>
        <Button look="underlined" onClick={onDone}>
          {t('sms.back')}
        </Button>
      </div>
      <div role="alert">{other && <Notice kind="warn">{t(`problems.${other}`)}</Notice>}</div>
    </form>
  );
}
