import { useTranslations } from 'next-intl';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';

type FillInWayProps = {
  /** Of the form's own page. */
  readonly href: string;
  readonly isBegun: boolean;
  /** In the call the form comes beside it: who fills it in goes on being heard. */
  readonly isInCall: boolean;
};

/** The way to do what is asked: to the form. */
export function FillInWay({ href, isBegun, isInCall }: FillInWayProps) {
  const t = useTranslations('formWays');
  return (
    <div className="grid justify-items-start gap-1.5">
      <ButtonLink href={href} icon={iconPenLine} {...(isInCall && { target: '_blank' })}>
        {t(isBegun ? 'goOn' : 'fillIn')}
      </ButtonLink>
      {isInCall && <p className="text-small text-ink-2">{t('newTab')}</p>}
    </div>
  );
}
