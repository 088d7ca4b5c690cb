'use client';

import { useTranslations } from 'next-intl';
import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import type { ShortcutAction } from '#shared/keyboard/shortcuts.ts';
import { Icon } from '#shared/ui/icon.tsx';
import type { IconShape } from '#shared/ui/icon-shape.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconPhoneIncoming } from '#shared/ui/icons/phone-incoming.ts';
import { KeyHint } from './key-hint.tsx';

type Props = {
  /** How many people are to be called. */
  readonly calls: number;
  /** Of how many of them the time has come. */
  readonly due: number;
  readonly onSearch: () => void;
  /** Somebody telephones without appointment; null while the clerk speaks with somebody. */
  readonly onCaller: (() => void) | null;
  readonly onCalls: () => void;
};

/** In the bar: who phones, and whom to call. */
export function PhoneButtons({ calls, due, onSearch, onCaller, onCalls }: Props) {
  const t = useTranslations('seat');
  return (
    <>
      <BarButton icon={iconPhoneIncoming} onClick={onSearch} action="search">
        {t('search.button')}
      </BarButton>
      {onCaller !== null && (
        <BarButton icon={iconPhone} onClick={onCaller} title={t('caller.button')}>
          {/* So that the bar stays one line on a common screen. */}
          <span className="max-2xl:sr-only">{t('caller.button')}</span>
        </BarButton>
      )}
      <span role="status" className="sr-only">
        {due > 0 && t('calls.status', { count: due })}
      </span>
      {calls > 0 && (
        <BarButton icon={iconPhone} onClick={onCalls}>
          {t('calls.button')}{' '}
          {due > 0 && <b className="rounded-tag bg-warn-tint px-1.5 text-warn forced-colors:border">{due}</b>}
        </BarButton>
      )}
    </>
  );
}

type BarButtonProps = {
  icon: IconShape;
  onClick: () => void;
  action?: ShortcutAction;
  title?: string;
  children: React.ReactNode;
};

function BarButton({ icon, onClick, action, title, children }: BarButtonProps) {
  const keys = useShortcutKeys();
  return (
    <button
      type="button"
      onClick={onClick}
      title={title}
      aria-keyshortcuts={(action && keys[action]) ?? undefined}
      className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-ground"
    >
      <Icon shape={icon} size={18} />
      <span>{children}</span>
      {action !== undefined && (
        <span className="max-lg:hidden">
          <KeyHint action={action} />
        </span>
      )}
    </button>
  );
}
