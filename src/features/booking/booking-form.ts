import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import { type BookableChannel, bookableChannels, type Need } from '#journey/appointment-wish.ts';
import { isInterpreterLanguage } from '#journey/interpreter-languages.ts';
import { type Language, languages } from '#journey/language.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import type { OtherwiseChannel, Principal } from './booking-request.ts';
import {
  type FieldProblems,
  needChoices,
  otherwiseChoices,
  type TextField,
  type TypedValues,
  textFields,
} from './booking-state.ts';
import { type ContactDetails, contactDetails, isDetailProblem } from './contact-details.ts';
import { forWhomChoices } from './for-whom.ts';
import { readPrincipal } from './principal.ts';
import { takeMeant } from './second-look.ts';

/** The most services in one appointment. */
export const mostServices = 4;

/** Longer than anything that is accepted, so that what was typed too long comes back whole. */
const mostTypedCharacters = 5000;

const moment = z.string().max(40);
const languageIntents = languages.map((language) => `language:${language}` as const);
const hiddenFields = z.object({
  /**
   * Which button was pressed: on to the last look, on with the address that was probably meant, back to the details, book, keep the time longer, by phone instead, or the same page in
   * another language.
   */
  intent: z.enum(['check', 'meant', 'edit', 'book', 'prolong', 'phone', ...languageIntents]),
  step: z.enum(['details', 'check']),
  services: z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1).max(80)).min(1).max(mostServices)),
  channel: z.enum(bookableChannels),
  locationId: z
    .union([z.literal(''), z.uuid().toLowerCase()])
    .transform((id) => id || null)
    .optional()
    .transform((id) => id ?? null),
  wanted: moment,
  moment: moment.optional(),
  submissionKey: z.uuid().toLowerCase(),
  /** The page said that the time is kept. */
  held: z.literal('1').optional(),
  /** What the page asked to look at once more. */
  seenEmail: z.string().max(mostTypedCharacters).optional(),
  seenRemark: z.literal('1').optional(),
});

/** The part of a form that our own page wrote itself. */
export type SentForm = Omit<z.output<typeof hiddenFields>, 'intent'> & {
  readonly intent: Exclude<z.output<typeof hiddenFields>['intent'], 'meant'>;
  readonly typed: TypedValues;
};

/** Reads the form; null when it was not made by our own page. */
export function readBookingForm(form: FormData): SentForm | null {
  const hidden = hiddenFields.safeParse(
    Object.fromEntries(hiddenNames.map((name) => [name, textOf(form, name)])),
  );
  if (!hidden.success) return null;
  const { intent } = hidden.data;
  const typed = readTyped(form);
  return intent === 'meant'
    ? { ...hidden.data, intent: 'check', typed: takeMeant(typed) }
    : { ...hidden.data, intent, typed };
}

const hiddenNames = Object.keys(hiddenFields.shape);

function readTyped(form: FormData): TypedValues {
  const text = (name: string) => (textOf(form, name) ?? '').slice(0, mostTypedCharacters);
  const ticked = form.getAll('needs');
  return {
    ...(Object.fromEntries(textFields.map((field) => [field, text(field)])) as Record<TextField, string>),
    forWhom: forWhomChoices.find((choice) => choice === text('forWhom')) ?? 'self',
    needs: needChoices.filter((need) => ticked.includes(need)),
    wouldHaveCome: otherwiseChoices.find((choice) => choice === text('wouldHaveCome')) ?? '',
  };
}

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The language that a button asked for. */
export function languageOf(intent: SentForm['intent']): Language | null {
  return languages.find((language) => intent === `language:${language}`) ?? null;
}

/** What this appointment asks of the details, beyond what every one does. */
export type Demands = {
  /** Who is called must say where. */
  readonly channel: BookableChannel;
  /** A question without a service is of no use without the question. */
  readonly asksQuestion: boolean;
};

/** The details as they can be booked. */
export type BookingAnswers = {
  readonly details: ContactDetails;
  readonly principal: Principal | null;
  readonly needs: readonly Need[];
  readonly interpreterLanguage: string | null;
  readonly wouldHaveCome: OtherwiseChannel | null;
};

export type ReadAnswers =
  | { readonly ok: true; readonly answers: BookingAnswers }
  | { readonly ok: false; readonly problems: FieldProblems };

/** What was typed, ready to be booked; or all that is wrong with it at once. */
export function readAnswers(typed: TypedValues, demands: Demands): ReadAnswers {
  const contact = readContact(typed);
  const principal = readPrincipal(typed);
  const withInterpreter = typed.needs.includes('interpreter');
  const isLanguageMissing = withInterpreter && !isInterpreterLanguage(typed.interpreterLanguage);
  const problems: FieldProblems = {
    ...contact.problems,
    ...findUnmet(typed, demands, contact.problems),
    ...(principal.ok ? {} : principal.problems),
    ...(isLanguageMissing && { interpreterLanguage: 'languageMissing' as const }),
  };
  const hasProblem = Object.values(problems).some((problem) => problem !== undefined);
  if (hasProblem || contact.details === null || !principal.ok) return { ok: false, problems };
  return {
    ok: true,
    answers: {
      details: {
        ...contact.details,
        remark: contact.details.remark && maskSensitiveNumbers(contact.details.remark).text,
      },
      principal: principal.principal,
      needs: typed.needs,
      interpreterLanguage: withInterpreter ? typed.interpreterLanguage : null,
      wouldHaveCome: typed.wouldHaveCome || null,
    },
  };
}

const contactFields = ['name', 'email', 'phone', 'remark'] as const;

/** Read by conform, which leaves empty fields out. */
function readContact(typed: TypedValues): {
  readonly details: ContactDetails | null;
  readonly problems: FieldProblems;
} {
  const form = new FormData();
  for (const field of contactFields) form.set(field, typed[field]);
  const submission = parseWithZod(form, { schema: contactDetails });
  if (submission.status === 'success') return { details: submission.value, problems: {} };
  const entries = contactFields.flatMap((field) => {
    const code = submission.error?.[field]?.find(isDetailProblem);
    return code === undefined ? [] : [[field, code] as const];
  });
  return { details: null, problems: Object.fromEntries(entries) };
}

function findUnmet(typed: TypedValues, demands: Demands, problems: FieldProblems): FieldProblems {
  const isPhoneNeeded = demands.channel === 'phone' && typed.phone.trim() === '';
  const isQuestionMissing = demands.asksQuestion && typed.remark.trim() === '';
  return {
    ...(isPhoneNeeded && { phone: 'phoneNeeded' as const }),
    // The number is asked for already, and is enough to be reached by.
    ...(isPhoneNeeded && problems.email === 'contactMissing' && { email: undefined }),
    ...(isQuestionMissing && { remark: 'questionMissing' as const }),
  };
}
