import { getRequestConfig } from 'next-intl/server';
import { isLanguage } from '#journey/language.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { currentLanguage, currentOrganisation } from './current-request.ts';

/** The words of a page are its reader's, unless another language is asked for by name. */
export default getRequestConfig(async ({ locale: asked }) => {
  const [organisation, own] = await Promise.all([currentOrganisation(), currentLanguage()]);
  const locale = isLanguage(asked) ? asked : own;
  return {
    locale,
    timeZone: organisation.timeZone,
    messages: loadMessages(locale, organisation.formOfAddress),
  };
});
