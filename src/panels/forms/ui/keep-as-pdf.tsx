import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconDownload } from '#shared/ui/icons/download.ts';

/** The way to a file of what was sent. @param href of that file */
export async function KeepAsPdf({ href }: { href: string }) {
  const t = await getTranslations('forms');
  return (
    <ButtonLink look="secondary" icon={iconDownload} href={href} download className="print:hidden">
      {t('pdf.keep')}
    </ButtonLink>
  );
}
