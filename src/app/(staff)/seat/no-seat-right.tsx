import { getTranslations } from 'next-intl/server';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { StaffShell } from '../staff-shell.tsx';

/** For staff who have another task: what this is, and where to go. */
export async function NoSeatRight({ actor }: { actor: StaffActor }) {
  const t = await getTranslations('seat.noRight');
  return (
    <StaffShell current="seat">
      <SeatPage title={t('title')}>
        <p className="mt-3 max-w-text">{t('text')}</p>
        {mayDo(actor, 'seeInsights') && (
          <p className="mt-5">
            <ButtonLink href="/insights">{t('insights')}</ButtonLink>
          </p>
        )}
        {mayDo(actor, 'administer') && (
          <p className="mt-5">
            <ButtonLink href="/admin">{t('admin')}</ButtonLink>
          </p>
        )}
      </SeatPage>
    </StaffShell>
  );
}
