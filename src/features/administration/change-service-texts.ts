import { z } from 'zod';
import type { ServiceId } from '#journey/ids.ts';
import { id, localized, wholeNumber } from './form-fields.ts';
import type { Change } from './make-change.ts';
import {
  findServiceTexts,
  fingerprintOf,
  type ServiceTexts,
  writePrivacy,
  writeRequirements,
} from './service-texts.data.ts';

const mostRows = 30;

/** What to bring for a service. */
export const requirementsForm = z.object({
  service: id<ServiceId>(),
  /** Stands for the list as it was when the form was made. */
  seen: z.string(),
  bring: z
    .array(
      z.object({
        id: z.uuid().optional(),
        icon: z.string().regex(/^[a-z0-9-]{1,40}$/),
        title: localized(120),
        reason: localized(400),
        mayUpload: z.enum(['no', 'yes']).transform((chosen) => chosen === 'yes'),
      }),
    )
    .max(mostRows, { error: 'tooMany' })
    .default([]),
});

export function changeRequirements(form: z.output<typeof requirementsForm>): Change {
  return changeTexts('administration.requirementsChanged', form, {
    read: ({ requirements }) => requirements,
    write: (scope) => writeRequirements(scope, form.service, form.bring),
  });
}

const texts = z.array(localized(300), { error: 'rowMissing' }).max(mostRows, { error: 'tooMany' });

/** What a service's page says about the use of data (GDPR art. 13). */
export const privacyForm = z.object({
  service: id<ServiceId>(),
  seen: z.string(),
  purpose: localized(1500),
  lawfulBasis: localized(1500),
  dataAsked: texts.default([]),
  recipients: texts.min(1, { error: 'rowMissing' }),
  retentionDays: wholeNumber(1, 3650),
});

export function changePrivacy(form: z.output<typeof privacyForm>): Change {
  const { service, seen: _seen, ...words } = form;
  return changeTexts('administration.privacyChanged', form, {
    read: ({ privacy }) => privacy,
    write: (scope) => writePrivacy(scope, service, words),
  });
}

type Texts = {
  readonly read: (stored: ServiceTexts) => Parameters<typeof fingerprintOf>[0];
  readonly write: (scope: Parameters<Change['apply']>[0]) => Promise<void>;
};

/** Texts move no appointment; they are written only over what their writer saw. */
export function changeTexts(
  type: string,
  { service, seen }: { readonly service: ServiceId; readonly seen: string },
  { read, write }: Texts,
): Change {
  return {
    type,
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope) => {
      const stored = await findServiceTexts(scope, service);
      if (stored === null || fingerprintOf(read(stored)) !== seen) return { refusal: { code: 'gone' } };
      await write(scope);
      return { ids: { service } };
    },
  };
}
