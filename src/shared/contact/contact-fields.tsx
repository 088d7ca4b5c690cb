'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { iconPrinter } from '../ui/icons/printer.ts';
import { TextField } from '../ui/text-field.tsx';
import type { PhoneCheck } from './check-contact.ts';
import { EmailWords, Line, PhoneWords } from './contact-words.tsx';
import { useContactCheck } from './use-contact-check.ts';
import { useSettled } from './use-settled.ts';

/** The two fields as they were typed, and how the citizen is met. */
export type TypedContact = { readonly email: string; readonly phone: string; readonly channel: string };

type ContactFieldsProps = {
  readonly filled: TypedContact;
  readonly set: (change: Partial<Pick<TypedContact, 'email' | 'phone'>>) => void;
  /** Somebody is filled in who would be told nothing without mail or mobile phone. */
  readonly isSheetNeeded: boolean;
  /** The words for what is wrong with a field, after a press of the button. */
  readonly errorOf: (field: string) => string | undefined;
};

/** How the citizen can be reached, with what is to be read back to them. */
export function ContactFields({ filled, set, isSheetNeeded, errorOf }: ContactFieldsProps) {
  const t = useTranslations('contact');
  const { email, phone } = filled;
  // Each by itself: a number need not wait for the domain of an address.
  const phoneCheck = useContactCheck('', phone)?.phone ?? null;
  const getsTexts = phone.trim() !== '' && phoneCheck?.kind !== 'landline';
  const isUnreachable = isSheetNeeded && email.trim() === '' && !getsTexts;
  return (
    <div className="grid gap-3">
      <PhoneField {...{ filled, set, errorOf }} check={phoneCheck} />
      <EmailField {...{ filled, set, errorOf }} />
      {isUnreachable && <Line icon={iconPrinter}>{t('sheet')}</Line>}
    </div>
  );
}

/** Room for a line of words before they are there: what appears must not move a button away under the pointer. */
function roomFor(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : 'min-h-7';
}

type FieldProps = Omit<ContactFieldsProps, 'isSheetNeeded'>;

function PhoneField({ filled, set, errorOf, check }: FieldProps & { check: PhoneCheck | null }) {
  const t = useTranslations('contact');
  const isCalled = filled.channel === 'phone';
  const { isSettled, leave } = useSettled(filled.phone);
  return (
    <div>
      <TextField
        name="phone"
        type="tel"
        label={isCalled ? t('phoneCall') : t('phone')}
        error={errorOf('phone')}
        width="half"
        autoComplete="off"
        value={filled.phone}
        onChange={(event) => set({ phone: event.currentTarget.value })}
        onBlur={leave}
      />
      <div role="status" className={roomFor(filled.phone)}>
        <PhoneWords check={check} isCalled={isCalled} isSettled={isSettled} />
      </div>
    </div>
  );
}

function EmailField({ filled: { email }, set, errorOf }: FieldProps) {
  const t = useTranslations('contact');
  const field = useRef<HTMLInputElement>(null);
  const check = useContactCheck(email, '')?.email ?? null;
  const { isSettled, leave } = useSettled(email);
  const take = (meant: string) => {
    set({ email: meant });
    // The button that had the focus goes away.
    field.current?.focus();
  };
  return (
    <div>
      <TextField
        ref={field}
        name="email"
        type="email"
        label={t('email')}
        error={errorOf('email')}
        autoComplete="off"
        spellCheck={false}
        value={email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        onBlur={leave}
      />
      <div role="status" className={roomFor(email)}>
        <EmailWords check={check} address={email} isSettled={isSettled} onTake={take} />
      </div>
    </div>
  );
}
