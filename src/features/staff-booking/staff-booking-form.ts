import { z } from 'zod';
import { languages } from '#journey/language.ts';

/** How somebody can be met, as far as times are offered for it. */
export const bookableChannels = ['video', 'phone', 'counter'] as const;
export const needs = ['interpreter', 'signLanguage', 'companion', 'screenReader', 'slowConnection'] as const;
export const requestChannels = ['phone', 'email', 'counter'] as const;
export const forWhomKinds = ['self', 'child', 'ward', 'company', 'association'] as const;

export const mostServices = 5;

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const moment = z.number().int().min(0).max(8.64e15);

const wish = {
  serviceSlugs: z.array(z.string().max(80)).min(1).max(mostServices),
  channel: z.enum(bookableChannels),
  locationId: uuid.nullable(),
  needs: z.array(z.enum(needs)).max(needs.length),
  language: z.enum(languages),
  /** Drawn when the form was opened: a second press finds the first booking. */
  submissionKey: uuid,
};

/** The question for free times. */
export const timesQuestion = z.strictObject(wish);
export type TimesQuestion = z.infer<typeof timesQuestion>;

/** The wish to keep one of them free for a while, or for longer. */
export const holdQuestion = z.strictObject({ ...wish, startAt: moment, longer: z.boolean() });
export type HoldQuestion = z.infer<typeof holdQuestion>;

/** How long a time is kept. Epoch milliseconds by the server's clock, which read `readAt` when it said so. */
export type KeptTime = { readonly expiresAt: number; readonly readAt: number; readonly canProlong: boolean };

/** The filled-in screen. Texts are as they were typed: what is wrong with them is said in words. */
export const staffBookingForm = z.strictObject({
  ...wish,
  startAt: moment,
  name: z.string().max(500),
  email: z.string().max(500),
  phone: z.string().max(100),
  remark: z.string().max(5_000),
  interpreterLanguage: z.string().max(3),
  forWhom: z.enum(forWhomKinds),
  principalName: z.string().max(500),
  registrationNumber: z.string().max(100),
  requestChannel: z.enum(requestChannels),
});
export type StaffBookingForm = z.infer<typeof staffBookingForm>;

/** The days with free times, as the screen gets them. */
export type FreeDays = {
  readonly days: readonly {
    /** Local date, YYYY-MM-DD. */
    readonly date: string;
    /** Epoch milliseconds, in order. */
    readonly times: readonly number[];
  }[];
};

/** What was booked, for the clerk to read back. */
export type BookedWords = {
  readonly reference: string;
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly citizenName: string;
  readonly email: string | null;
  /** As it is read aloud. */
  readonly phone: string | null;
  /** Where the citizen comes to, at the counter. */
  readonly address: string | null;
  readonly phraseWords: readonly string[];
  /** There is nothing but paper to reach this person by. */
  readonly hasSheet: boolean;
};

/** What is wrong with what was typed, by field. */
export type FieldProblems = Readonly<Record<string, string>>;
export type BookingRefusal =
  | { readonly code: 'wrongFields'; readonly problems: FieldProblems }
  /** Nearest free times, epoch milliseconds. */
  | { readonly code: 'timeTaken' | 'timeNotOffered'; readonly nearest: readonly number[] }
  | { readonly code: 'servicesApart' | 'unknownService' | 'notFound' | 'unexpected' };
