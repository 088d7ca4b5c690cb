import type { FormContent } from '#journey/forms/form-definition.ts';
import { grantForm } from './forms/grant-form.ts';

/** The forms of the example catalogue, by the slug of their service. */
export const forms: Readonly<Record<string, FormContent>> = { 'subsidie-vrijwilligerswerk': grantForm };
