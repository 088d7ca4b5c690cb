import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';

type WhoseLinkProps = {
  organisationName: string;
  services: string;
  day: string;
  /** Where the click is sent. */
  action: string;
};

/** An unopened link: whose it is, and one button. A plain form, since only a person's click may open it. */
export async function WhoseLink({ organisationName, services, day, action }: WhoseLinkProps) {
  const t = await getTranslations('link');
  return (
    <>
      <Band
        title={t('title', { organisation: organisationName })}
        lead={t('lead', { service: services, day })}
      />
      <Columns>
        <form method="post" action={action}>
          <input type="hidden" name="as" value="citizen" />
          <Button type="submit" className="w-full sm:w-auto">
            {t('open')}
          </Button>
        </form>
        <p className="mt-6 text-ink-2">{t('why')}</p>
        <p className="mt-3 text-ink-2">{t('notYours')}</p>
      </Columns>
    </>
  );
}
