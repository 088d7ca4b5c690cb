/** How somebody writes who is not on the website. */
export type ContactMeans = 'sms' | 'email' | 'whatsapp';

/** How far an answer came. */
export type LineState =
  | 'planned'
  | 'sending'
  | 'accepted'
  | 'delivered'
  | 'read'
  | 'failedTemporarily'
  | 'failedForGood';

/** What the database keeps at most of one line, in signs. */
export const longestLine = 5_000;

/**
 * Where the secure link stands in an answer (a sign for private use, Unicode, section 23.5). The link itself is a secret and is put in
 * at the moment of sending.
 */
export const linkMark = '\ue000';

/** WhatsApp lets a business answer freely for so long after the other side's last message (WhatsApp Business Platform, "customer service window"). */
export const whatsappWindowHours = 24;
