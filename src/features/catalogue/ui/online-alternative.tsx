import { getTranslations } from 'next-intl/server';
import type { LocalizedText } from '#journey/language.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconExternalLink } from '#shared/ui/icons/external-link.ts';
import type { OnlineAlternative } from '../service.ts';

type Props = {
  readonly alternative: OnlineAlternative | null;
  readonly say: (text: LocalizedText) => string;
};

/** What can be done wholly online, and the way there. */
export async function OnlineAlternativeText({ alternative, say }: Props) {
  const t = await getTranslations('catalogue.service');
  if (alternative === null) return null;
  const { text, link } = alternative;
  return (
    <>
      <p>{say(text)}</p>
      {link && (
        <p>
          <a
            href={link.url}
            className="inline-flex min-h-11 items-center gap-2 font-semibold text-brand"
            rel="external"
          >
            {say(link.label)} <span className="sr-only">{t('otherSite')}</span>
            <Icon shape={iconExternalLink} size={18} />
          </a>
        </p>
      )}
    </>
  );
}
