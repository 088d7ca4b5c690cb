import type { Language } from '#journey/language.ts';
import type common from './messages/nl/common.json';
import type errors from './messages/nl/errors.json';
import type staff from './messages/nl/staff.json';

export type Messages = {
  common: typeof common;
  errors: typeof errors;
  staff: typeof staff;
};

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
