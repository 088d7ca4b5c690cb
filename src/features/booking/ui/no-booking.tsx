import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';

/** Why an address leads to no booking. */
export type DeadEnd = 'unknownService' | 'wrongMoment';

/** Nothing can be booked at this address: why, and the way on. */
export async function NoBooking({
  why,
  href,
  organisationName,
}: {
  why: DeadEnd;
  href: string;
  organisationName: string;
}) {
  const t = await getTranslations('booking.deadEnd');
  const title = t(`${why}.title`);
  return (
    <>
      <title>{`${title}, ${organisationName}`}</title>
      <Band title={title} lead={t(`${why}.text`)} />
      <div className="page-width mt-8">
        <ButtonLink href={href}>{t(`${why}.action`)}</ButtonLink>
      </div>
    </>
  );
}
