'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import { telHref } from '#shared/tel-href.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { ControlBar, ControlButton } from '#shared/ui/control-bar.tsx';
import { iconFlag } from '#shared/ui/icons/flag.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconPhoneOff } from '#shared/ui/icons/phone-off.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { sendChannel, sendNotPickedUp } from './ask-server.ts';

export type ClerkPhone = {
  readonly conversationId: ConversationId;
  /** Empty until it is known, of who telephones without appointment. */
  readonly citizenName: string;
  /** The citizen's number, as people here say it and as it is called; null when there is none. */
  readonly phone: { readonly text: string; readonly number: string } | null;
};

function CitizenNumber({ citizenName, phone }: Pick<ClerkPhone, 'citizenName' | 'phone'>) {
  const t = useTranslations('call.phone');
  if (phone === null)
    return (
      <p className="mt-1">
        {citizenName === '' ? t('numberNotSaid') : t('numberUnknown', { name: citizenName })}
      </p>
    );
  return (
    <ButtonLink look="secondary" icon={iconPhone} href={telHref(phone.number)} className="mt-2">
      {phone.text}
    </ButtonLink>
  );
}

/** One click records it; the live view shows what came of it. */
function ChannelButton({ conversationId, to }: { conversationId: ConversationId; to: 'phone' | 'video' }) {
  const t = useTranslations('call.phone');
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const change = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailed(!(await sendChannel(conversationId, to)));
    setBusy(false);
  };
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      <Button
        icon={to === 'phone' ? iconPhone : iconVideo}
        busy={isBusy}
        busyText={t('busy')}
        onClick={() => void change()}
      >
        {t(to === 'phone' ? 'goOn' : 'back')}
      </Button>
      <div role="alert">{failed && <Notice kind="danger">{t('problem')}</Notice>}</div>
    </div>
  );
}

/** The conversation did not come about: the appointment is as it was. */
function NotPickedUp({ appointmentId }: { appointmentId: AppointmentId }) {
  const t = useTranslations('call.phone');
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const say = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailed(!(await sendNotPickedUp(appointmentId)));
    setBusy(false);
  };
  return (
    <div className="mt-3 grid justify-items-start gap-2">
      <Button
        look="secondary"
        icon={iconPhoneOff}
        busy={isBusy}
        busyText={t('busy')}
        onClick={() => void say()}
      >
        {t('notPickedUp')}
      </Button>
      <div role="alert">{failed && <Notice kind="danger">{t('problem')}</Notice>}</div>
    </div>
  );
}

/** How to go on by telephone, in the menu of the call. */
export function ClerkPhonePart({ conversationId, ...citizen }: ClerkPhone) {
  const t = useTranslations('call.phone');
  return (
    <section className="mt-5">
      <h3 className="text-h3">{t('title')}</h3>
      <CitizenNumber {...citizen} />
      <ChannelButton conversationId={conversationId} to="phone" />
    </section>
  );
}

/** The connection does not come back: there is another way. */
export function ClerkPhoneCard({ onDismiss, ...call }: ClerkPhone & { onDismiss: () => void }) {
  const t = useTranslations('call.phone');
  return (
    <section role="alert">
      <h3 className="text-h3">{t('otherGone', { name: call.citizenName })}</h3>
      <CitizenNumber {...call} />
      <ChannelButton conversationId={call.conversationId} to="phone" />
      <Button look="underlined" onClick={onDismiss}>
        {t('waitOn')}
      </Button>
    </section>
  );
}

/** The conversation goes on by telephone: the number, and the way back to the picture. */
export function ClerkPhoneStage({
  onFinish,
  calledAppointmentId,
  ...call
}: ClerkPhone & {
  onFinish: () => void;
  /** The appointment that was to be by telephone from the beginning; null where it went on so. */
  calledAppointmentId: AppointmentId | null;
}) {
  const t = useTranslations('call');
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <div className="grid min-h-60 flex-1 place-items-center overflow-y-auto rounded-md bg-surface p-4">
        <section role="status">
          <h3 className="text-h2">
            {call.citizenName === ''
              ? t('phone.onPhoneUnknown')
              : t('phone.onPhone', { name: call.citizenName })}
          </h3>
          <CitizenNumber {...call} />
          <p className="mt-3 text-ink-2">{t('phone.dossierStays')}</p>
          {calledAppointmentId === null ? (
            <ChannelButton conversationId={call.conversationId} to="video" />
          ) : (
            <NotPickedUp appointmentId={calledAppointmentId} />
          )}
        </section>
      </div>
      <ControlBar label={t('controls.label')} look="seat">
        <ControlButton ends icon={iconFlag} word={t('controls.finish')} onClick={onFinish} />
      </ControlBar>
    </div>
  );
}
