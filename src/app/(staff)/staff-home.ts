import { getTranslations } from 'next-intl/server';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';

/** A page and the words of the link to it. */
export type StaffHome = { readonly href: string; readonly text: string };

/** Where somebody's own work is: the seat, else the figures, else the administration; null when no task leads anywhere. */
export async function staffHome(actor: StaffActor | null): Promise<StaffHome | null> {
  if (actor === null) return null;
  const t = await getTranslations('staff.home');
  if (mayDo(actor, 'workAtSeat')) return { href: '/seat', text: t('seat') };
  if (mayDo(actor, 'seeInsights')) return { href: '/insights', text: t('insights') };
  return mayDo(actor, 'administer') ? { href: '/admin', text: t('admin') } : null;
}
