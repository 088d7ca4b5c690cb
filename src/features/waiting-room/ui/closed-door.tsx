import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Notice } from '#shared/ui/notice.tsx';

/** For a browser that did not open the link: a way on. It tells nothing, also not whether there is such an appointment. */
export async function NeedLink() {
  const [t, errors] = await Promise.all([getTranslations('visit.needLink'), getTranslations('errors')]);
  return (
    <Columns>
      <h1>{t('title')}</h1>
      <p className="mt-3 text-lead">{t('text')}</p>
      <ButtonLink href="/" look="secondary" className="mt-6 w-full sm:w-auto">
        {errors('notFound.action')}
      </ButtonLink>
    </Columns>
  );
}

type MovedAwayProps = {
  /** Where a click is sent that takes the appointment back; null when only the link can. */
  readonly comeBackAction: string | null;
  readonly match: {
    /** Where the choice of a number is sent. */
    readonly action: string;
    /** Null when nothing is to be chosen. */
    readonly numbers: readonly number[] | null;
    /** What came of the choice; undefined before it. */
    readonly said: string | undefined;
  };
};

/** For the device that yielded to another one. What was proved on it comes along when its owner says which number stands on the other. */
export async function MovedAway({ comeBackAction, match }: MovedAwayProps) {
  const t = await getTranslations('visit.moved');
  const said = (['right', 'wrong', 'over'] as const).find((each) => each === match.said);
  return (
    <Columns>
      <h1>{t('title')}</h1>
      <p className="mt-3 text-lead">{t('text')}</p>
      {said !== undefined && match.numbers === null && (
        <Notice kind={said === 'right' ? 'ok' : 'warn'} role="status" className="mt-6">
          {t(`match.${said}`)}
        </Notice>
      )}
      {match.numbers !== null && (
        <form method="post" action={match.action} className="mt-6">
          <fieldset>
            <legend className="text-h3">{t('match.title')}</legend>
            <p className="mt-1.5">{t('match.text')}</p>
            <div className="mt-3 flex flex-wrap gap-3">
              {match.numbers.map((number) => (
                <Button key={number} type="submit" look="secondary" name="number" value={String(number)}>
                  {String(number)}
                </Button>
              ))}
            </div>
          </fieldset>
          <Button type="submit" look="underlined" name="number" value="0" className="mt-3">
            {t('match.none')}
          </Button>
        </form>
      )}
      {comeBackAction === null ? (
        <p className="mt-3">{t('back')}</p>
      ) : (
        <form method="post" action={comeBackAction} className="mt-6">
          <input type="hidden" name="as" value="sameCitizen" />
          <Button type="submit" className="w-full sm:w-auto">
            {t('comeBack')}
          </Button>
          <p className="mt-3 text-ink-2">{t('comeBackText')}</p>
        </form>
      )}
    </Columns>
  );
}
