import { getRequestConfig } from 'next-intl/server';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { currentLanguage, currentOrganisation } from './current-request.ts';

export default getRequestConfig(async () => {
  const [organisation, locale] = await Promise.all([currentOrganisation(), currentLanguage()]);
  return {
    locale,
    timeZone: organisation.timeZone,
    messages: loadMessages(locale, organisation.formOfAddress),
  };
});
