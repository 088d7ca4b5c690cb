'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { VisitView } from '#journey/live-views.ts';
import { ControlBar, ControlButton } from '#shared/ui/control-bar.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconLogOut } from '#shared/ui/icons/log-out.ts';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { ComplaintLink } from './conduct-cards.tsx';
import { ForwardNotice } from './forward-notice.tsx';

type Props = {
  readonly reference: string;
  readonly view: VisitView;
  /** With whom. */
  readonly name: string;
  readonly clerkName: string | null;
  readonly organisationName: string;
  /** What is written, and where to write; null while it comes, and for who does not write. */
  readonly written: ReactNode;
  /** What is to be done first: a warning, or what was asked. */
  readonly card: ReactNode;
  /** What was put aside. */
  readonly notice: ReactNode;
  readonly onLeave: () => void;
};

/** The conversation in writing: what is written is the page, and what is asked stands above it, or beside it where there is room. */
export function CitizenWritingStage({ view, name, card, ...props }: Props) {
  const t = useTranslations('call');
  return (
    <main id="main" className="flex h-dvh min-h-80 flex-col bg-surface lg:bg-ground">
      <header className="flex flex-none items-center gap-3 border-b border-line bg-surface px-4 py-2 lg:px-6">
        <Icon shape={iconMessageSquareText} size={24} className="text-brand max-[24rem]:hidden" />
        <div className="min-w-0 flex-1">
          <h1 className="text-h3 wrap-anywhere">{t('heading', { name })}</h1>
          <div className="flex flex-wrap gap-x-3 text-small text-ink-2">
            <p>{props.organisationName}</p>
            <ComplaintLink reference={props.reference} />
          </div>
        </div>
        <ControlBar label={t('controls.label')} look="seat">
          <ControlButton ends icon={iconLogOut} word={t('controls.stop')} onClick={props.onLeave} />
        </ControlBar>
      </header>
      <p role="status" className="sr-only">
        {t('writing.with', { name })}
      </p>
      <ForwardNotice forward={view.forward} clerkName={props.clerkName} />
      {props.notice}
      <div className="mx-auto flex min-h-0 w-full max-w-[76rem] flex-1 flex-col lg:flex-row-reverse lg:justify-center lg:gap-6 lg:p-6">
        {card && (
          <div className="max-h-[46dvh] min-h-0 flex-none overflow-y-auto border-b-4 border-lamp bg-surface px-4 py-4 lg:max-h-full lg:w-104 lg:self-start lg:rounded-lg lg:border-0 lg:p-5">
            {card}
          </div>
        )}
        <div className="flex min-h-0 w-full flex-1 flex-col overflow-y-auto bg-surface px-4 py-3 lg:max-w-[48rem] lg:rounded-lg lg:p-5">
          {props.written}
        </div>
      </div>
    </main>
  );
}
