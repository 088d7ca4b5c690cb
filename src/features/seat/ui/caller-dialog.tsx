'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ServiceId } from '#journey/ids.ts';
import { type Language, languages } from '#journey/language.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { CallableService } from '../caller.data.ts';
import { CallersCodeForm } from './callers-code-form.tsx';
import { useLocalized } from './seat-place.tsx';
import { askCallableServices, sendCaller } from './seat-requests.ts';

const problems = ['nameWrong', 'phoneWrong', 'alreadyInConversation', 'unexpected'] as const;
type Problem = (typeof problems)[number];

/** Somebody telephones without appointment: one click on what it is about opens the conversation. Name and number may be left out. */
export function CallerDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('seat.caller');
  const dossier = useTranslations('seat.dossier');
  const locale = useLocale() as Language;
  const localized = useLocalized();
  const services = useCallableServices();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, open } = useOpening(onClose);
  const choose = (serviceId: ServiceId) => {
    if (form.current !== null) open(serviceId, new FormData(form.current));
  };
  const ofPage = problem === 'alreadyInConversation' || problem === 'unexpected' ? problem : null;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} closeText={t('close')} width="wide">
      <form ref={form} noValidate onSubmit={(event) => event.preventDefault()} className="grid gap-4">
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-bold">{t('about')}</legend>
          {services === null && <Skeleton label={t('loading')} />}
          {services === 'failed' && <Notice kind="warn">{t('problems.unexpected')}</Notice>}
          {Array.isArray(services) && services.length === 0 && <p>{t('noServices')}</p>}
          <div className="grid gap-2 sm:grid-cols-2">
            {Array.isArray(services) &&
              services.map(({ id, name }: CallableService) => (
                <Button
                  key={id}
                  look="secondary"
                  icon={iconPhone}
                  wide
                  busy={busy === id}
                  busyText={t('busy')}
                  onClick={() => choose(id)}
                >
                  {localized(name)}
                </Button>
              ))}
          </div>
          <div role="alert">{ofPage && <Notice kind="warn">{t(`problems.${ofPage}`)}</Notice>}</div>
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            name="name"
            label={t('name')}
            optional={t('optional')}
            error={problem === 'nameWrong' ? t('problems.nameWrong') : undefined}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            name="phone"
            type="tel"
            label={t('phone')}
            optional={t('optional')}
            error={problem === 'phoneWrong' ? t('problems.phoneWrong') : undefined}
            maxLength={40}
            autoComplete="off"
          />
          <SelectField
            name="language"
            label={t('language')}
            defaultValue={locale}
            options={languages.map((value) => ({ value, text: dossier(`languages.${value}`) }))}
          />
        </div>
      </form>
      <div className="mt-5 border-t border-line pt-4">
        <CallersCodeForm onOpened={onClose} />
      </div>
    </Dialog>
  );
}

/** Null while they are on their way. */
function useCallableServices(): readonly CallableService[] | 'failed' | null {
  const [services, setServices] = useState<readonly CallableService[] | 'failed' | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void askCallableServices(leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setServices(answer.ok ? answer.value : 'failed');
    });
    return () => leaving.abort();
  }, []);
  return services;
}

/** One press at a time; said again after a lost answer, it is the same one. The live view shows the conversation. */
function useOpening(onOpened: () => void) {
  const [press] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState<ServiceId | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = (serviceId: ServiceId, form: FormData) => {
    if (busy !== null) return;
    setBusy(serviceId);
    const typed = (name: string) => String(form.get(name) ?? '');
    const caller = { name: typed('name'), phone: typed('phone'), language: typed('language') as Language };
    void sendCaller({ ...caller, serviceId, press }).then((answer) => {
      setBusy(null);
      if (answer.ok) return onOpened();
      setProblem(problems.find((known) => known === answer.refusal.code) ?? 'unexpected');
    });
  };
  return { busy, problem, open };
}
