'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { companionRoles } from '#journey/companion-roles.ts';
import { Card } from '#shared/ui/card.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { CompanionLinkView } from '../companion-link.ts';
import type { InviteAction } from '../invite-state.ts';
import { LinkRows } from './link-rows.tsx';
import { PassOn } from './pass-on.tsx';
import { fieldProblemOf } from './recipient-fields.tsx';

/** Whom the citizen brings along: a link of their own for each, in a role. With script and without. */
export function InviteCompanion({
  action,
  links,
}: {
  action: InviteAction;
  links: readonly CompanionLinkView[];
}) {
  const t = useTranslations('companions');
  const [state, submit] = useActionState(action, {
    links,
    shown: null,
    withdrawn: false,
    sentTo: null,
    unsent: null,
    problem: null,
  });
  const { shown } = state;
  return (
    <Card as="section" labelledBy="companions">
      <h2 id="companions" className="text-h3">
        {t('invite.title')}
      </h2>
      <p className="mt-2">{t('invite.text')}</p>
      <LinkRows links={useNewest(links, state.links)} state={state} submit={submit} />
      <div role="status" className="grid gap-3 not-empty:mt-4">
        {shown && (
          <PassOn
            key={shown.href}
            label={t('invite.link', { role: t(`roles.${shown.role}`) })}
            href={shown.href}
          />
        )}
        {state.withdrawn && <Notice kind="ok">{t('invite.withdrawn')}</Notice>}
        {state.sentTo !== null && <Notice kind="ok">{t('send.done', { to: state.sentTo })}</Notice>}
        {state.problem && fieldProblemOf(state.problem) === null && (
          <Notice kind="warn">{t(`problems.${state.problem}`)}</Notice>
        )}
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

/** Of the page's links and the last answer's, whichever came last: the page asks anew when a message got further. */
function useNewest(
  ofPage: readonly CompanionLinkView[],
  ofAnswer: readonly CompanionLinkView[],
): readonly CompanionLinkView[] {
  const [seen, setSeen] = useState({ ofPage, ofAnswer, newest: ofAnswer });
  if (seen.ofPage === ofPage && seen.ofAnswer === ofAnswer) return seen.newest;
  const newest = seen.ofAnswer === ofAnswer ? ofPage : ofAnswer;
  setSeen({ ofPage, ofAnswer, newest });
  return newest;
}
