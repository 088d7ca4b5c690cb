import { request } from 'node:http';
import { loopback } from '../loopback.ts';
import type { Notification } from './notification.ts';

const timeoutMs = 15_000;

/** Tells the service's callback what became of a message, with the bearer token that both sides know. */
export function tellStatus(address: string, token: string, message: Notification): Promise<number | null> {
  const now = new Date().toISOString();
  const body = JSON.stringify({
    id: message.id,
    reference: message.reference,
    to: message.to,
    status: message.status,
    created_at: message.createdAt,
    completed_at: now,
    sent_at: now,
    notification_type: 'sms',
    template_version: 1,
  });
  return new Promise((resolve) => {
    const call = request(address, {
      method: 'POST',
      lookup: loopback,
      timeout: timeoutMs,
      agent: false,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(null));
    call.end(body);
  });
}
