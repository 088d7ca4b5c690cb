import { readSmsReference } from '#features/messages/sms-reference.ts';
import { notifyNlCallbacks } from '../../../../../wiring.ts';
import { answerCallback } from '../../callback-answer.ts';

/** Where NotifyNL tells what became of an SMS. A service there has one address for all its messages, so the message says whose it is. */
export async function POST(request: Request): Promise<Response> {
  return answerCallback(request, request.url, notifyNlCallbacks, ({ ownReference }) =>
    readSmsReference(ownReference ?? ''),
  );
}
