import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { z } from 'zod';
import {
  closeServer,
  listenLocally,
  type Route,
  readBody,
  routeRequests,
  sendJson,
  type Visit,
} from '../http.ts';
import type { RunningPeer } from '../peer.ts';
import { isPhoneNumber, outcomeOf } from '../sms/numbers.ts';
import { tellStatus } from './callback.ts';
import { tokenFault } from './check-token.ts';
import type { Notification } from './notification.ts';
import type { NotifyNlSettings } from './settings.ts';

const order = z.strictObject({
  phone_number: z.string(),
  template_id: z.string(),
  personalisation: z.record(z.string(), z.string()).optional(),
  reference: z.string().max(1_000).optional(),
  sms_sender_id: z.uuid().optional(),
});

/** What becomes of a message, by the last four digits of its number, as at the other gateway; in NotifyNL's words. */
const endings: Record<string, string> = {
  undelivered: 'temporary-failure',
  failed: 'permanent-failure',
  refused: 'technical-failure',
};

/**
 * The part of NotifyNL's interface that sends an SMS (its "REST API documentation", POST /v2/notifications/sms), and its delivery
 * receipts. Messages are in memory; `/api/messages` lists them for scripts, newest first.
 */
export async function startNotifyNl(settings: NotifyNlSettings): Promise<RunningPeer> {
  const notifications: Notification[] = [];

  async function send({ request, response }: Visit) {
    const fault = await tokenFault(request.headers.authorization, settings);
    if (fault !== null)
      return refuse(response, fault.startsWith('Unauthorized') ? 401 : 403, 'AuthError', fault);
    const given = await readJsonBody(request);
    const parsed = order.safeParse(given);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refuse(response, 400, 'ValidationError', `${issue?.path.join('.')} ${issue?.message}`);
    }
    const { phone_number: to, template_id: templateId, personalisation = {}, reference } = parsed.data;
    if (!isPhoneNumber(to)) return refuse(response, 400, 'ValidationError', 'phone_number Not enough digits');
    if (templateId !== settings.templateId)
      return refuse(response, 400, 'BadRequestError', 'Template not found');
    const { text } = personalisation;
    if (text === undefined) return refuse(response, 400, 'BadRequestError', 'Missing personalisation: text');
    const createdAt = new Date().toISOString();
    const taken = { id: randomUUID(), reference: reference ?? null, to, text, status: 'created', createdAt };
    notifications.unshift(taken);
    sendJson(response, 201, resource(taken, settings));
    taken.status = endings[outcomeOf(to).kind] ?? 'delivered';
    if (settings.callbackUrl !== null) await tellStatus(settings.callbackUrl, settings.callbackToken, taken);
  }

  const routes: Route[] = [
    { method: 'POST', path: '/v2/notifications/sms', handle: send },
    {
      method: 'GET',
      path: '/api/messages',
      handle: ({ response }) => sendJson(response, 200, notifications),
    },
  ];
  const server = createServer(
    routeRequests(routes, {
      otherwise: ({ response }) => refuse(response, 404, 'NoResultFound', 'No result found'),
    }),
  );
  const port = await listenLocally(server, settings.port);
  return { port, close: () => closeServer(server) };
}

async function readJsonBody(request: Visit['request']): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request, 64 * 1024)) ?? '');
  } catch {
    return null;
  }
}

function refuse(response: Visit['response'], status: number, error: string, message: string): void {
  sendJson(response, status, { status_code: status, errors: [{ error, message }] });
}

function resource({ id, reference, text }: Notification, { templateId, serviceId }: NotifyNlSettings) {
  const base = 'https://api.notifynl.nl';
  return {
    id,
    reference,
    content: { body: text, from_number: 'Gemeente' },
    uri: `${base}/v2/notifications/${id}`,
    template: { id: templateId, version: 1, uri: `${base}/services/${serviceId}/templates/${templateId}` },
  };
}
