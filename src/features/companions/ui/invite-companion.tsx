'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type CompanionRole, companionRoles } from '#journey/companion-roles.ts';
import { Card } from '#shared/ui/card.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { CompanionLinkProblem, CompanionLinkView } from '../companion-link.ts';
import { PassOn } from './pass-on.tsx';

/** What came of the form last, and the links that there are. */
export type InviteState = {
  readonly links: readonly CompanionLinkView[];
  /** A link to pass on, absolute; null when none was asked for. */
  readonly shown: { readonly role: CompanionRole; readonly href: string } | null;
  readonly withdrawn: boolean;
  readonly problem: CompanionLinkProblem | 'tooMany' | null;
};
export type InviteAction = (before: InviteState, form: FormData) => Promise<InviteState>;

/** Whom the citizen brings along: a link of their own for each, in a role. With script and without. */
export function InviteCompanion({
  action,
  links,
}: {
  action: InviteAction;
  links: readonly CompanionLinkView[];
}) {
  const t = useTranslations('companions');
  const [state, submit] = useActionState(action, { links, shown: null, withdrawn: false, problem: null });
  const { shown } = state;
  return (
    <Card as="section" labelledBy="companions">
      <h2 id="companions" className="text-h3">
        {t('invite.title')}
      </h2>
      <p className="mt-2">{t('invite.text')}</p>
      <LinkRows links={state.links} submit={submit} />
      <div role="status" className="grid gap-3 not-empty:mt-4">
        {shown && (
          <PassOn
            key={shown.href}
            label={t('invite.link', { role: t(`roles.${shown.role}`) })}
            href={shown.href}
          />
        )}
        {state.withdrawn && <Notice kind="ok">{t('invite.withdrawn')}</Notice>}
        {state.problem && <Notice kind="warn">{t(`problems.${state.problem}`)}</Notice>}
      </div>
      <form action={submit} className="mt-4 grid gap-3">
        <SelectField
          name="role"
          id="companion-role"
          label={t('invite.role')}
          options={companionRoles.map((role) => ({ value: role, text: t(`roles.${role}`) }))}
        />
        <SubmitButton
          name="intent"
          value="invite"
          look="secondary"
          busyText={t('invite.busy')}
          className="w-full sm:w-fit"
        >
          {t('invite.action')}
        </SubmitButton>
      </form>
    </Card>
  );
}

function LinkRows({
  links,
  submit,
}: {
  links: readonly CompanionLinkView[];
  submit: (form: FormData) => void;
}) {
  const t = useTranslations('companions');
  if (links.length === 0) return null;
  return (
    <ul className="mt-4 border-t border-line">
      {links.map(({ id, role, openedBy, madeBy }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
          <p className="min-w-40 flex-1 wrap-anywhere">
            <b className="font-strong">{t(`roles.${role}`)}</b>{' '}
            <span className="text-ink-2">
              {openedBy === null ? t('invite.unopened') : t('invite.opened', { name: openedBy })}
              {madeBy === 'staff' && `. ${t('invite.byStaff')}`}
            </span>
          </p>
          <form action={submit} className="flex flex-wrap gap-x-4">
            <input type="hidden" name="id" value={id} />
            <SubmitButton
              name="intent"
              value="show"
              look="underlined"
              busyText={t('invite.busy')}
              aria-label={t('invite.showOf', { role: t(`roles.${role}`) })}
            >
              {t('invite.show')}
            </SubmitButton>
            <SubmitButton
              name="intent"
              value="withdraw"
              look="underlined"
              busyText={t('invite.busy')}
              aria-label={t('invite.withdrawOf', { role: t(`roles.${role}`) })}
            >
              {t('invite.withdraw')}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
