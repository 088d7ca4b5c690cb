'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { iconMail } from '#shared/ui/icons/mail.ts';
import { TextField } from '#shared/ui/text-field.tsx';

/** A link to pass on: to read, to copy, or to put in a mail of one's own. */
export function PassOn({ label, href }: { label: string; href: string }) {
  const t = useTranslations('companions.invite');
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(href).catch(() => null);
    setCopied(true);
  };
  const mail = `mailto:?subject=${encodeURIComponent(t('subject'))}&body=${encodeURIComponent(t('body', { link: href }))}`;
  return (
    <div className="grid gap-2">
      <TextField
        id={id}
        name="link"
        readOnly
        label={label}
        hint={t('linkHint')}
        value={href}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="secondary" onClick={() => void copy()} className="noscript:hidden">
          {t('copy')}
        </Button>
        <ButtonLink look="secondary" icon={iconMail} href={mail}>
          {t('mail')}
        </ButtonLink>
      </div>
      {copied && <p className="text-ink-2">{t('copied')}</p>}
    </div>
  );
}
