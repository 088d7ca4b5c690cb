import type { CallbackRequest } from '#ports/delivery-callbacks.ts';

/**
 * The parameters of a request of Twilio's; null when it is not from there, or nobody can say so. They are signed for the address that
 * Twilio was given, with HMAC-SHA-1 of the account's token (Twilio, "Validating requests").
 */
export async function readSignedForm(
  authToken: string | undefined,
  { url, headers, body }: CallbackRequest,
): Promise<Record<string, string | string[]> | null> {
  const signature = headers.get('x-twilio-signature');
  if (authToken === undefined || signature === null) return null;
  const given = formOf(body);
  // Loaded here and not with this file: every page reaches this file.
  const { validateRequest } = await import('twilio/lib/webhooks/webhooks.js');
  return validateRequest(authToken, signature, url, given) ? given : null;
}

/** A parameter that comes more than once is signed with all its values. */
function formOf(body: string): Record<string, string | string[]> {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
