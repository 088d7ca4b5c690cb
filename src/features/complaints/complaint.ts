import { z } from 'zod';

/** What a complaint can be about. */
export const complaintSubjects = ['treatment', 'waiting', 'technology', 'privacy', 'other'] as const;
export type ComplaintSubject = (typeof complaintSubjects)[number];

/** In signs. */
export const longestComplaint = 4_000;
export const longestContact = 300;

/** The form of a complaint, as a page sends it. */
export const complaintForm = z.object({
  key: z.uuid(),
  subject: z.enum(complaintSubjects).catch('other'),
  words: z.string().trim().max(longestComplaint).min(1),
  contact: z
    .string()
    .trim()
    .max(longestContact)
    .transform((text) => (text === '' ? null : text)),
});
export type ComplaintForm = z.output<typeof complaintForm>;
