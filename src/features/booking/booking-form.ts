import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import { type BookingState, type TypedValues, typedFields } from './booking-state.ts';
import { type ContactDetails, contactDetails, isDetailProblem } from './contact-details.ts';

const moment = z.string().max(40);
const hiddenFields = z.object({
  intent: z.enum(['check', 'edit', 'book']),
  service: z.string().min(1).max(80),
  wanted: moment,
  moment: moment.optional(),
  submissionKey: z.uuid().toLowerCase(),
});

/** A form as it came in. */
export type SentForm = z.output<typeof hiddenFields> & {
  readonly typed: TypedValues;
} & (
    | { readonly details: ContactDetails; readonly problems: null }
    | { readonly details: null; readonly problems: BookingState['problems'] }
  );

/** Longer than anything that is accepted, so that what was typed too long comes back whole. */
const mostTypedCharacters = 5000;

/** Reads the form; null when it was not made by our own page. */
export function readBookingForm(form: FormData): SentForm | null {
  const hidden = hiddenFields.safeParse(
    Object.fromEntries(hiddenNames.map((name) => [name, textOf(form, name)])),
  );
  if (!hidden.success) return null;
  const submission = parseWithZod(form, { schema: contactDetails });
  const typed = Object.fromEntries(
    typedFields.map((field) => [field, (textOf(form, field) ?? '').slice(0, mostTypedCharacters)]),
  ) as TypedValues;
  if (submission.status === 'success') {
    return { ...hidden.data, typed, details: submission.value, problems: null };
  }
  return { ...hidden.data, typed, details: null, problems: problemsOf(submission.error) };
}

const hiddenNames = Object.keys(hiddenFields.shape);

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}

function problemsOf(errors: Record<string, string[] | null> | null | undefined): BookingState['problems'] {
  const entries = typedFields.flatMap((field) => {
    const code = errors?.[field]?.find(isDetailProblem);
    return code === undefined ? [] : [[field, code] as const];
  });
  return Object.fromEntries(entries);
}
