import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type FailingList, type ListedMessage, listFailingMessages } from '#features/messages/send-again.ts';
import type { MessageId } from '#journey/ids.ts';
import { failureCodes } from '#ports/failure-codes.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMail } from '#shared/ui/icons/mail.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { clock } from '../../../../wiring.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { staffHome } from '../../staff-home.ts';
import { StaffShell } from '../../staff-shell.tsx';
import { InsightsTabs } from '../insights-tabs.tsx';
import { sendMessageAgain } from './send-message-again.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('failingMessages'))('title') };
}

/** Which messages did not arrive and why, for supervisors. */
export default async function FailingMessagesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/insights/messages');
  const query = readQuery(await searchParams, ['after', 'done']);
  const after = z.uuid().safeParse(query.after).data ?? null;
  const { timeZone, name } = await currentOrganisation();
  const list = await listFailingMessages({ clock, timeZone }, actor, after as MessageId | null);
  const t = await getTranslations('failingMessages');
  if (list === null) {
    const home = await staffHome(actor);
    return (
      <StaffShell current="insights">
        <SeatPage title={t('title')}>
          <Notice kind="warn" title={t('forbidden.title')}>
            {t('forbidden.text')} {home && <a href={home.href}>{home.text}</a>}
          </Notice>
        </SeatPage>
      </StaffShell>
    );
  }
  const done = (['again', 'gone', 'senseless', 'refused'] as const).find((each) => each === query.done);
  return (
    <StaffShell current="insights">
      <SeatPage over={name} title={t('title')}>
        <InsightsTabs current="messages" />
        {done && (
          <Notice
            kind={done === 'again' ? 'ok' : 'warn'}
            role="status"
            className="mb-4"
            title={t(`done.${done}`)}
          />
        )}
        <p className="max-w-text">{t('lead')}</p>
        <MessageList list={list} isFirst={after === null} />
      </SeatPage>
    </StaffShell>
  );
}

async function MessageList({ list, isFirst }: { list: FailingList; isFirst: boolean }) {
  const t = await getTranslations('failingMessages');
  return (
    <>
      {list.messages.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <ul aria-label={t('list')} className="mt-4 grid rounded-lg bg-surface">
          {list.messages.map((message) => (
            <FailingLine key={message.id} message={message} />
          ))}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {!isFirst && (
          <ButtonLink href="/insights/messages" look="secondary">
            {t('first')}
          </ButtonLink>
        )}
        {list.next !== null && (
          <ButtonLink href={`/insights/messages?after=${list.next}`} look="secondary">
            {t('next')}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

async function FailingLine({ message }: { message: ListedMessage }) {
  const [t, { say, style }] = await Promise.all([getTranslations('failingMessages'), currentReader()]);
  const { appointment, kind, channel, state, at, sentTo, attempts } = message;
  const moment = formatNearMoment(appointment.startAt, style);
  const code = failureCodes.find((each) => each === message.failureCode) ?? 'unexpected';
  const address = sentTo !== null && channel === 'sms' ? formatPhoneLocally(sentTo) : sentTo;
  const when = formatNearMoment(at, style);
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-4 last:border-0 lg:grid-cols-[1fr_1.25fr_13rem]">
      <div className="min-w-0">
        <h2 className="text-[1.0625rem] leading-6 wrap-anywhere">
          {appointment.citizenName}{' '}
          <span className="code font-normal text-ink-2">{appointment.reference}</span>
        </h2>
        <p className="text-small text-ink-2">
          {t('appointment', { moment, team: say(appointment.teamName) })}
        </p>
      </div>
      <div className="min-w-0">
        <p className="flex gap-2 font-semibold">
          <Icon shape={channel === 'email' ? iconMail : iconMessageSquare} size={19} className="mt-0.5" />
          <span className="min-w-0 wrap-anywhere">
            {t('what', { kind: t(`kinds.${kind}`), channel })}
            {address !== null && <span className="font-normal"> {t('to', { address })}</span>}
          </span>
        </p>
        <p className="mt-1 font-semibold text-danger">{t(`codes.${code}`)}</p>
        <p className="text-small text-ink-2">
          {state === 'failedForGood' ? t('failedAt', { moment: when }) : t('nextAt', { moment: when })},{' '}
          {t('attempts', { count: attempts })}
        </p>
      </div>
      <div className="lg:text-right">
        {message.notAgain === null ? (
          <form action={sendMessageAgain}>
            <input type="hidden" name="id" value={message.id} />
            <SubmitButton look="secondary" busyText={t('busy')}>
              {state === 'failedForGood' ? t('again') : t('now')}
              <span className="sr-only">
                {' '}
                {t('againFor', { name: appointment.citizenName, reference: appointment.reference })}
              </span>
            </SubmitButton>
          </form>
        ) : (
          <p className="text-small text-ink-2">{t(`notAgain.${message.notAgain}`)}</p>
        )}
      </div>
    </li>
  );
}
