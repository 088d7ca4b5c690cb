'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { type CompanionRole, companionRoles } from '#journey/companion-roles.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import type { CompanionLinkView, SendLinkProblem } from '../companion-link.ts';
import { askLinks, sendInvitation, sendLinkAct, sendLinkTo } from './companion-requests.ts';
import { PassOn } from './pass-on.tsx';
import { fieldProblemOf } from './recipient-fields.tsx';
import { SeatLinkRow } from './seat-link-row.tsx';

type Props = {
  readonly appointmentId: AppointmentId;
  /** Grows with everything that happens to the appointment. */
  readonly version: number;
};
type Shown = { readonly role: CompanionRole; readonly href: string };
type Problem = SendLinkProblem | 'unexpected';
type PathAnswer = Awaited<ReturnType<typeof sendInvitation>>;

/** The links of third persons at the seat: who was invited, and a new one to pass on. */
export function SeatCompanions({ appointmentId, version }: Props) {
  const t = useTranslations('companions');
  const links = useLinks(appointmentId, version);
  const [role, setRole] = useState<CompanionRole>('interpreter');
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const run = async (work: Promise<PathAnswer>, roleOf: CompanionRole) => {
    if (busy) return;
    setBusy(true);
    const answer = await work;
    setBusy(false);
    setSentTo(null);
    setProblem(answer.ok ? null : (answer.code as Problem));
    setShown(
      answer.ok && answer.path !== null ? { role: roleOf, href: location.origin + answer.path } : null,
    );
  };
  return (
    <section className="border-t border-line py-4">
      <h3 className="text-h2">{t('seat.title')}</h3>
      <p className="text-small text-ink-2">{t('seat.text')}</p>
      {links.length === 0 && <p className="mt-1.5 text-ink-2">{t('seat.none')}</p>}
      <ul className="mt-1.5">
        {links.map((link) => (
          <SeatLinkRow
            key={link.id}
            link={link}
            onSend={async (typed) => {
              const answer = await sendLinkTo(appointmentId, link.id, typed);
              const problem = answer.ok ? null : (answer.code as Problem);
              setShown(null);
              setSentTo(answer.ok ? typed.to.trim() : null);
              setProblem(fieldProblemOf(problem) === null ? problem : null);
              return problem;
            }}
            onAct={(act) => void run(sendLinkAct(appointmentId, link.id, act), link.role)}
          />
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <SelectField
          id={id}
          name="role"
          label={t('invite.role')}
          value={role}
          onChange={({ currentTarget }) => setRole(currentTarget.value as CompanionRole)}
          options={companionRoles.map((each) => ({ value: each, text: t(`roles.${each}`) }))}
        />
        <Button
          look="secondary"
          busy={busy}
          busyText={t('invite.busy')}
          onClick={() => void run(sendInvitation(appointmentId, role), role)}
        >
          {t('invite.action')}
        </Button>
      </div>
      <div role="status" className="grid gap-2 not-empty:mt-3">
        {shown && (
          <PassOn
            key={shown.href}
            label={t('invite.link', { role: t(`roles.${shown.role}`) })}
            href={shown.href}
          />
        )}
        {sentTo !== null && <Notice kind="ok">{t('send.done', { to: sentTo })}</Notice>}
        {problem && <Notice kind="warn">{t(`problems.${problem}`)}</Notice>}
      </div>
    </section>
  );
}

function useLinks(appointmentId: AppointmentId, version: number): readonly CompanionLinkView[] {
  const [links, setLinks] = useState<{ of: AppointmentId; links: readonly CompanionLinkView[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to ask again
  useEffect(() => {
    const leaving = new AbortController();
    void askLinks(appointmentId, leaving.signal).then((found) => {
      if (found !== null && !leaving.signal.aborted) setLinks({ of: appointmentId, links: found });
    });
    return () => leaving.abort();
  }, [appointmentId, version]);
  return links?.of === appointmentId ? links.links : [];
}

/** For a clerk to say as what a third person is there. */
export function CompanionRoleChoice({
  name,
  role,
  onChoose,
}: {
  name: string;
  role: CompanionRole | null;
  onChoose: (role: CompanionRole) => void;
}) {
  const t = useTranslations('companions');
  const id = useId();
  const options = companionRoles.map((each) => ({ value: each as string, text: t(`roles.${each}`) }));
  return (
    <SelectField
      id={id}
      name="role"
      label={t('seat.changeRole', { name })}
      value={role ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value as CompanionRole)}
      options={role === null ? [{ value: '', text: t('roles.none') }, ...options] : options}
    />
  );
}
