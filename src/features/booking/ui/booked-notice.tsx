import { getTranslations } from 'next-intl/server';
import { DoneBar } from '#shared/ui/done-bar.tsx';
import type { ToldContact } from '../find-told-contact.ts';

type Props = {
  /** Null where that is not to be named. */
  readonly contact: ToldContact | null;
  /** Whom to call when it is wrong. */
  readonly officePhone: string;
};

/** Right after booking, over the appointment's page: it is done, and where word of it went by mail or SMS. */
export async function BookedNotice({ contact, officePhone }: Props) {
  const t = await getTranslations('booking.booked');
  const { email, phone } = contact ?? { email: null, phone: null };
  const wrong = t('wrong', { phone: officePhone });
  const text =
    email !== null && phone !== null
      ? t('toBoth', { email, phone })
      : email !== null
        ? t('toEmail', { email })
        : phone !== null
          ? t('toPhone', { phone })
          : t('text');
  return <DoneBar title={t('title')} text={email === null && phone === null ? text : `${text} ${wrong}`} />;
}
