'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import {
  type IconShape,
  iconCheck,
  iconInfo,
  iconPrinter,
  iconTriangleExclamationPoint,
} from '#shared/ui/icon-shapes.ts';
import { TextField } from '#shared/ui/text-field.tsx';
import type { EmailCheck, PhoneCheck } from '../check-contact.ts';
import { useContactCheck } from './use-contact-check.ts';
import type { Filled, SetFilled } from './use-staff-booking.ts';

type ContactFieldsProps = {
  readonly filled: Filled;
  readonly set: SetFilled;
  /** The words for what is wrong with a field, after a press of the button. */
  readonly errorOf: (field: string) => string | undefined;
};

/** How the citizen can be reached, with what is to be read back to them. */
export function ContactFields({ filled, set, errorOf }: ContactFieldsProps) {
  const t = useTranslations('staffBooking.contact');
  const { email, phone, name, channel } = filled;
  const check = useContactCheck(email, phone);
  const getsTexts = phone.trim() !== '' && check?.phone.kind !== 'landline';
  const isUnreachable = email.trim() === '' && !getsTexts && name.trim() !== '';
  return (
    <div className="grid gap-3">
      <div>
        <TextField
          name="phone"
          type="tel"
          label={channel === 'phone' ? t('phoneCall') : t('phone')}
          error={errorOf('phone')}
          width="half"
          autoComplete="off"
          value={phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        <div role="status">{check && <PhoneWords check={check.phone} isCalled={channel === 'phone'} />}</div>
      </div>
      <div>
        <TextField
          name="email"
          type="email"
          label={t('email')}
          error={errorOf('email')}
          autoComplete="off"
          spellCheck={false}
          value={email}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <div role="status">
          {check && (
            <EmailWords check={check.email} address={email} onTake={(meant) => set({ email: meant })} />
          )}
        </div>
      </div>
      {isUnreachable && <Line icon={iconPrinter}>{t('sheet')}</Line>}
    </div>
  );
}

function Line({ icon, warn, children }: { icon: IconShape; warn?: boolean; children: React.ReactNode }) {
  return (
    <p className={`mt-1 flex gap-2 ${warn ? 'text-warn' : 'text-ink-2'}`}>
      <Icon shape={icon} size={18} className="mt-0.5" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

function PhoneWords({ check, isCalled }: { check: PhoneCheck; isCalled: boolean }) {
  const t = useTranslations('staffBooking.contact');
  if (check.kind === 'empty' || check.kind === 'wrong') return null;
  if (check.kind === 'landline')
    return (
      <Line icon={iconInfo} warn={!isCalled}>
        {t('landline', { number: check.readBack })}
      </Line>
    );
  return <Line icon={iconCheck}>{t('readBack', { number: check.readBack })}</Line>;
}

type EmailWordsProps = { check: EmailCheck; address: string; onTake: (address: string) => void };

function EmailWords({ check, address, onTake }: EmailWordsProps) {
  const t = useTranslations('staffBooking.contact');
  if (check.kind !== 'read') return null;
  const { suggestion, domain } = check;
  const domainName = address.slice(address.lastIndexOf('@') + 1);
  return (
    <>
      {suggestion && (
        <div className="mt-1 flex flex-wrap items-center gap-x-2">
          <span>{t('meant')}</span>
          <Button look="underlined" onClick={() => onTake(suggestion)}>
            {suggestion}
          </Button>
        </div>
      )}
      {(domain === 'missing' || domain === 'refuses') && (
        <Line icon={iconTriangleExclamationPoint} warn>
          {t(`domains.${domain}`, { domain: domainName })}
        </Line>
      )}
      {domain === 'receives' && !suggestion && (
        <Line icon={iconCheck}>{t('readBackEmail', { address })}</Line>
      )}
    </>
  );
}
