import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';

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

/** For the device that yielded to another one. @param comeBackAction where a click is sent that takes the appointment back; null when only the link can */
export async function MovedAway({ comeBackAction }: { comeBackAction: string | null }) {
  const t = await getTranslations('visit.moved');
  return (
    <Columns>
      <h1>{t('title')}</h1>
      <p className="mt-3 text-lead">{t('text')}</p>
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
