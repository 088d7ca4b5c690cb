/** Why no card answered. `noExtension`: the browser has none, or it is off. `noProgram`: it is there, and the program beside it is not. */
export type CardProblem = 'noExtension' | 'noProgram' | 'cancelled' | 'tooSlow' | 'failed';

export type CardAnswer =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly problem: CardProblem };

const action = 'web-eid:authenticate';
/** Of the message format (https://github.com/web-eid/web-eid.js). */
const libraryVersion = '2.0.2';

/** An extension says at once that it heard; somebody looks for a card and a PIN. */
const heardWithin = 1_500;
const answeredWithin = 180_000;

const problems: Record<string, CardProblem> = {
  ERR_WEBEID_USER_CANCELLED: 'cancelled',
  ERR_WEBEID_USER_TIMEOUT: 'tooSlow',
  ERR_WEBEID_ACTION_TIMEOUT: 'tooSlow',
  ERR_WEBEID_EXTENSION_UNAVAILABLE: 'noExtension',
  ERR_WEBEID_NATIVE_UNAVAILABLE: 'noProgram',
  ERR_WEBEID_VERSION_MISMATCH: 'noProgram',
  ERR_WEBEID_VERSION_INVALID: 'noProgram',
};

type Message = {
  readonly action?: string;
  readonly error?: { readonly code?: string };
  readonly [field: string]: unknown;
};

/** Lets the Web eID extension of this browser have a challenge signed. It never throws. */
export function askCard(challenge: string, language: string): Promise<CardAnswer> {
  return new Promise((resolve) => {
    const end = (answer: CardAnswer) => {
      window.removeEventListener('message', hear);
      clearTimeout(unheard);
      clearTimeout(unanswered);
      resolve(answer);
    };
    const hear = ({ source, origin, data }: MessageEvent<Message | null>) => {
      if (source !== window || origin !== window.location.origin) return;
      if (data?.action === `${action}-ack`) clearTimeout(unheard);
      if (data?.action === `${action}-success`) end({ ok: true, token: writeToken(data) });
      if (data?.action === `${action}-failure`)
        end({ ok: false, problem: problems[data.error?.code ?? ''] ?? 'failed' });
    };
    const unheard = setTimeout(() => end({ ok: false, problem: 'noExtension' }), heardWithin);
    const unanswered = setTimeout(() => end({ ok: false, problem: 'tooSlow' }), answeredWithin);
    window.addEventListener('message', hear);
    const asked = { action, libraryVersion, challengeNonce: challenge, options: { lang: language } };
    window.postMessage(asked, window.location.origin);
  });
}

/** What the server needs of it, and no more. */
function writeToken({ unverifiedCertificate, algorithm, signature, format }: Message): string {
  return JSON.stringify({ unverifiedCertificate, algorithm, signature, format });
}
