'use client';

import { useTranslations } from 'next-intl';
import type { VisitView } from '#journey/live-views.ts';
import { telHref } from '#shared/tel-href.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { CallFrame } from '#shared/ui/call-frame.tsx';
import { ControlBar, ControlButton } from '#shared/ui/control-bar.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconPhoneOff } from '#shared/ui/icons/phone-off.ts';
import { ChatButton, type VisitorChat } from './call-controls.tsx';
import type { AskedCard } from './use-call-sheet.tsx';

export type PhoneWays = {
  /** With whom. */
  readonly name: string;
  /** The municipality's number. */
  readonly officePhone: string;
  /** A companion was never asked for a number. */
  readonly role: VisitView['role'];
  /** Last digits of the citizen's own number; null when nobody can call them. */
  readonly phoneEnding: string | null;
};

/** Who calls whom, and at which number. */
function Ways({ name, officePhone, role, phoneEnding }: PhoneWays) {
  const t = useTranslations('call.phone');
  return (
    <>
      {role === 'citizen' && (
        <p className="mt-1.5">{phoneEnding === null ? t('noNumber') : t('called', { name, phoneEnding })}</p>
      )}
      <p className="mt-1.5">{t('callYourself', { name })}</p>
      <ButtonLink look="secondary" icon={iconPhone} href={telHref(officePhone)} className="mt-3">
        {officePhone}
      </ButtonLink>
    </>
  );
}

/** How to go on by telephone, in the menu of the call. */
export function PhoneWaysPart(ways: PhoneWays) {
  const t = useTranslations('call.phone');
  return (
    <section className="mt-5">
      <h3 className="text-h3">{t('title')}</h3>
      <Ways {...ways} />
    </section>
  );
}

/** The connection does not come back: there is another way. */
export function PhoneWaysCard({ onDismiss, ...ways }: PhoneWays & { onDismiss: () => void }) {
  const t = useTranslations('call.phone');
  return (
    <section role="alert">
      <h2 className="text-h3">{t('repairFails')}</h2>
      <Ways {...ways} />
      <div className="mt-3">
        <Button look="underlined" onClick={onDismiss}>
          {t('waitOn')}
        </Button>
      </div>
    </section>
  );
}

/** The conversation goes on by telephone; the page waits for the picture to come back. */
export function CitizenPhoneStage({
  chat,
  asked,
  onLeave,
  ...ways
}: PhoneWays & { chat: VisitorChat | null; asked: AskedCard; onLeave: () => void }) {
  const t = useTranslations('call');
  return (
    <CallFrame
      heading={t('heading', { name: ways.name })}
      top={asked.notice}
      stage={
        <div className="grid size-full place-items-center p-5">
          <section
            role="status"
            className="max-w-text rounded-lg bg-surface p-5 text-ink [--focus-ink:var(--color-ink)]"
          >
            <h2 className="text-h3">{t('phone.onPhone', { name: ways.name })}</h2>
            <Ways {...ways} />
            <p className="mt-3 text-ink-2">{t('phone.stayHere')}</p>
          </section>
        </div>
      }
      sheet={chat?.sheet || asked.card}
      bar={
        <ControlBar label={t('controls.label')} look="call">
          {chat && <ChatButton chat={chat} />}
          <ControlButton ends icon={iconPhoneOff} word={t('controls.stop')} onClick={onLeave} />
        </ControlBar>
      }
    />
  );
}
