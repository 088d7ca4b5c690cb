/** A message that was taken. */
export interface Notification {
  id: string;
  reference: string | null;
  to: string;
  text: string;
  status: string;
  createdAt: string;
}
