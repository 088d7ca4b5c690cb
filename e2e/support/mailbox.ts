import { expect, inject } from 'vitest';

export type ReceivedMail = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
};

async function getJson<Value>(url: string): Promise<Value> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as Value;
}

/** Waits for a mail to this address whose subject fits. */
export async function receiveMail(to: string, subject: RegExp): Promise<ReceivedMail> {
  const { mailboxApi } = inject('stack');
  const find = async () => {
    const list = await getJson<{ id: string; subject: string }[]>(
      `${mailboxApi}/messages?to=${encodeURIComponent(to)}`,
    );
    return list.find((mail) => subject.test(mail.subject));
  };
  await expect.poll(find, { timeout: 30_000, interval: 200 }).toBeDefined();
  const found = await find();
  return getJson<ReceivedMail>(`${mailboxApi}/messages/${found?.id}`);
}

/** Waits for an SMS to this number (E.164). */
export async function receiveSms(to: string): Promise<{ readonly body: string }> {
  const { smsApi } = inject('stack');
  const find = async () =>
    (await getJson<{ body: string }[]>(`${smsApi}/messages?to=${encodeURIComponent(to)}`))[0];
  await expect.poll(find, { timeout: 30_000, interval: 200 }).toBeDefined();
  return (await find()) as { body: string };
}

/** The one link in a mail's text. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/l\/[A-Za-z0-9_-]{43}/.exec(text)?.[0];
  if (link === undefined) throw new Error('The message holds no link.');
  return link;
}
