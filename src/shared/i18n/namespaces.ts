/** Every file of messages, one per part of the product. A new one is a line here, a line in `message-types.ts`, and the files. */
export const namespaces = [
  'admin',
  'call',
  'closing',
  'booking',
  'catalogue',
  'code',
  'common',
  'deviceTest',
  'errors',
  'insights',
  'link',
  'media',
  'messages',
  'seat',
  'sheet',
  'staff',
  'staffBooking',
  'survey',
  'visit',
  'waitingRoom',
] as const;
export type Namespace = (typeof namespaces)[number];
