import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import {
  type Behaviour,
  behaviourOf,
  type Choices,
  type Refusal,
  refuseRecipient,
  refuseSender,
} from './addresses.ts';
import { checkMessage } from './check-message.ts';
import { type ReportAction, writeReport } from './delivery-report.ts';
import type { Postman } from './postman.ts';
import type { MessageStore } from './store.ts';

const largestMessageBytes = 25 * 1024 * 1024;

/** The receiving mail server. */
export interface Receiver {
  server: SMTPServer['server'];
  close(): Promise<void>;
}

/** What is reported of a message that was taken, one after the other. */
const reportsOf: Partial<Record<Behaviour, readonly ReportAction[]>> = {
  deliver: ['delivered'],
  slow: ['delivered'],
  delayed: ['delayed', 'delivered'],
  later: ['failed'],
};

interface Delays {
  /** Before the answer of an address that is slow, in milliseconds. */
  slowAnswerMs: number;
  /** Before a report that does not come at once. */
  laterMs: number;
}

/**
 * An SMTP server without TLS or sign-on that takes mail for every address into the store. It offers DSN and
 * keeps that promise: what an address does with a mail comes as a report to the sender, by the postman.
 */
export function createReceiver(
  store: MessageStore,
  postman: Postman,
  choices: Choices,
  { slowAnswerMs, laterMs }: Delays,
  delivered: () => void,
): Receiver {
  const waiting = new Set<NodeJS.Timeout>();

  function after(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      act();
    }, milliseconds);
    waiting.add(timer);
  }

  async function take(source: Buffer, session: SMTPServerSession): Promise<string> {
    const refusal = checkMessage(source, session.envelope.smtpUtf8 === true);
    if (refusal) throw asError(refusal);
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
    const message = await store.deliver(envelope, source, session.hostNameAppearsAs);
    const actions = reportsOf[behaviourOf(envelope.to[0] ?? '', choices)] ?? [];
    for (const [index, action] of actions.entries()) {
      const report = writeReport(session, source, action);
      if (report === null) continue;
      // An arrival is reported at once, all else as later servers would.
      if (index === 0 && action === 'delivered') await postman.bring(report, message, action);
      else after(laterMs * (index + 1), () => void postman.bring(report, message, action));
    }
    delivered();
    return `2.0.0 queued as ${message.id}`;
  }

  const smtp = new SMTPServer({
    name: 'mailbox.localhost',
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideDSN: false,
    size: largestMessageBytes,
    rejectOversized: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    logger: false,
    onMailFrom: ({ address }, session, callback) =>
      callback(asError(refuseSender(address, session.envelope.smtpUtf8 === true))),
    onRcptTo({ address }, session, callback) {
      const refusal = refuseRecipient(address, session.envelope.smtpUtf8 === true, choices);
      if (refusal || behaviourOf(address, choices) !== 'slow') return callback(asError(refusal));
      after(slowAnswerMs, () => callback());
    },
    onData(stream, session, callback) {
      buffer(stream)
        .then((source) => take(source, session))
        .then(
          (answer) => callback(null, answer),
          (error: unknown) => callback(isAnswer(error) ? error : failure(error)),
        );
    },
  });
  // A client that breaks off is its own affair; the server goes on.
  smtp.on('error', () => undefined);

  return {
    server: smtp.server,
    close() {
      // Whoever waits for a slow answer gets 421 from the closing server.
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
      return new Promise((resolve) => smtp.close(resolve));
    },
  };
}

function asError(refusal: Refusal | null): Error | null {
  return refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code });
}

function isAnswer(error: unknown): error is Error {
  return error instanceof Error && 'responseCode' in error;
}

function failure(error: unknown): Error | null {
  console.error(error);
  return asError({ code: 451, text: '4.3.0 the message could not be kept' });
}
