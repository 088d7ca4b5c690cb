import { useTranslations } from 'next-intl';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { CompanionLinkView } from '../companion-link.ts';
import type { InviteState } from '../invite-state.ts';
import { fieldProblemOf, RecipientFields } from './recipient-fields.tsx';
import { SentState } from './sent-state.tsx';

type Submit = (form: FormData) => void;
type RowsProps = {
  readonly links: readonly CompanionLinkView[];
  readonly state: InviteState;
  readonly submit: Submit;
};

/** The links that the citizen can pass on: who opened them, how far they came, and what can be done with each. */
export function LinkRows({ links, state, submit }: RowsProps) {
  if (links.length === 0) return null;
  return (
    <ul className="mt-4 border-t border-line">
      {links.map((link) => (
        <LinkRow key={link.id} link={link} state={state} submit={submit} />
      ))}
    </ul>
  );
}

type RowProps = { link: CompanionLinkView; state: InviteState; submit: Submit };

function LinkRow({ link, state, submit }: RowProps) {
  const t = useTranslations('companions');
  const { id, role, openedBy, madeBy, sent } = link;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <div className="min-w-40 flex-1 wrap-anywhere">
        <p>
          <b className="font-strong">{t(`roles.${role}`)}</b>{' '}
          <span className="text-ink-2">
            {openedBy === null ? t('invite.unopened') : t('invite.opened', { name: openedBy })}
            {madeBy === 'staff' && `. ${t('invite.byStaff')}`}
          </span>
          <SentState sent={sent} />
        </p>
      </div>
      <form action={submit} className="flex flex-wrap gap-x-4">
        <input type="hidden" name="id" value={id} />
        {(['show', 'withdraw'] as const).map((intent) => (
          <SubmitButton
            key={intent}
            name="intent"
            value={intent}
            look="underlined"
            busyText={t('invite.busy')}
            aria-label={t(`invite.${intent}Of`, { role: t(`roles.${role}`) })}
          >
            {t(`invite.${intent}`)}
          </SubmitButton>
        ))}
      </form>
      <SendRow link={link} state={state} submit={submit} />
    </li>
  );
}

/** Opens without script; stays open while something is wrong with what was typed. */
function SendRow({ link: { id, role }, state, submit }: RowProps) {
  const t = useTranslations('companions');
  const unsent = state.unsent?.id === id ? state.unsent : null;
  return (
    <div className="basis-full">
      <Disclosure
        plain
        open={unsent !== null || undefined}
        title={
          <>
            {t('send.open')}
            <span className="sr-only">: {t(`roles.${role}`)}</span>
          </>
        }
      >
        <form action={submit} noValidate className="grid gap-3">
          <input type="hidden" name="id" value={id} />
          <RecipientFields
            id={`companion-${id}`}
            typed={unsent?.typed ?? null}
            problem={unsent && fieldProblemOf(state.problem)}
          />
          <SubmitButton
            name="intent"
            value="send"
            look="secondary"
            busyText={t('invite.busy')}
            className="w-full sm:w-fit"
          >
            {t('send.action')}
          </SubmitButton>
        </form>
      </Disclosure>
    </div>
  );
}
