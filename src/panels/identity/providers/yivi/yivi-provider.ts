import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { LocalizedText } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import {
  type BeginFailure,
  type Begun,
  type IdentityAsk,
  type IdentityCallback,
  type IdentityFailure,
  type IdentityMemory,
  type IdentityProvider,
  identityMinutes,
  type ScanHere,
  type ScanStep,
  type VerifiedIdentity,
} from '#ports/identity-provider.ts';
import { bestLevel } from '../../levels.ts';
import type { OwnKeys } from '../openid/keys.ts';
import { yiviLevels } from './levels.ts';
import { judgeResult } from './read-result.ts';
import {
  completePairing,
  endSession,
  readResult,
  readStatus,
  setPairing,
  startSession,
  UnexpectedAnswer,
  type YiviMemory,
  type YiviStatus,
  yiviMemory,
} from './session.ts';
import type { YiviSettings } from './settings.ts';

const name: LocalizedText = { nl: 'Yivi', fr: 'Yivi', en: 'Yivi', de: 'Yivi' };
const needs: LocalizedText = {
  nl: 'Met de app Yivi, met uw persoonsgegevens uit de Basisregistratie Personen erin.',
  fr: 'Avec l’application Yivi, qui contient vos données du registre néerlandais de la population.',
  en: 'With the Yivi app, with your personal data from the Dutch population register in it.',
  de: 'Mit der App Yivi, die Ihre Daten aus dem niederländischen Melderegister enthält.',
};

type YiviOptions = { readonly id: string; readonly settings: YiviSettings; readonly keys: OwnKeys };

/**
 * A Yivi server (https://docs.yivi.app/irma-server): it speaks to the app, we speak to it. The browser shows a QR code and learns how far it is;
 * what was disclosed the server tells us alone, signed.
 */
export function createYiviProvider({ id, settings, keys }: YiviOptions): IdentityProvider {
  return {
    id,
    name,
    needs,
    highestLevel: bestLevel(yiviLevels),
    gives: ['name', 'birthDate', 'nationalNumber'],
    methods: yiviLevels.map((line) => ({ method: line.method, name: line.name })),
    begin: (ask) => begin(id, settings, keys, ask),
    finish: (callback, memory) => finish(id, settings, callback, memory),
    here: scanHere(settings),
  };
}

async function begin(
  provider: string,
  settings: YiviSettings,
  keys: OwnKeys,
  asked: IdentityAsk,
): Promise<Result<Begun, BeginFailure>> {
  const state = randomBytes(32).toString('base64url');
  try {
    const own = await startSession(settings, keys, { asked, state });
    return succeed({ redirectUrl: null, memory: { provider, state, asked, own } });
  } catch (error) {
    const isOurs = error instanceof UnexpectedAnswer && error.status < 500;
    return fail({ code: isOurs ? 'misconfigured' : 'unavailable', detail: describe('begin', error) });
  }
}

const steps: Record<YiviStatus, ScanStep> = {
  INITIALIZED: 'waiting',
  PAIRING: 'pairing',
  CONNECTED: 'connected',
  DONE: 'over',
  CANCELLED: 'over',
  TIMEOUT: 'over',
};

function scanHere(settings: YiviSettings): ScanHere {
  return {
    kind: 'scan',
    numberOn: 'app',
    show: ({ own }) => {
      const pointer = { u: yiviMemory.parse(own).address, irmaqr: 'disclosing' };
      const code = JSON.stringify(pointer);
      return { code, appUrl: `https://open.yivi.app/-/session#${encodeURIComponent(code)}` };
    },
    follow: async ({ own }) => {
      try {
        return steps[await readStatus(settings, yiviMemory.parse(own))];
      } catch (error) {
        // The server forgets a session some minutes after its end.
        return error instanceof UnexpectedAnswer && error.status < 500 ? 'over' : null;
      }
    },
    pair: ({ own }, digits) => {
      const session = yiviMemory.parse(own);
      const [typed, shown] = [digits, session.pairingCode].map((text) => Buffer.from(text));
      const isSame = typed?.length === shown?.length && timingSafeEqual(typed as Buffer, shown as Buffer);
      return isSame ? works(completePairing(session)) : Promise.resolve(false);
    },
    stayOnThisDevice: ({ own }) => works(setPairing(yiviMemory.parse(own), 'none')),
  };
}

const works = (doing: Promise<unknown>): Promise<boolean> =>
  doing.then(
    () => true,
    () => false,
  );

async function finish(
  id: string,
  settings: YiviSettings,
  { at }: IdentityCallback,
  memory: IdentityMemory,
): Promise<Result<VerifiedIdentity, IdentityFailure>> {
  if (memory.provider !== id) return fail({ code: 'invalidAnswer', detail: 'answer: another provider' });
  const session = yiviMemory.parse(memory.own);
  if (at > memory.asked.askedAt + identityMinutes * 60_000) return fail({ code: 'expired' });
  try {
    const status = await readStatus(settings, session);
    if (status === 'DONE')
      return await judgeResult({ id, settings, memory, session, at }, await readResult(settings, session));
    return await giveUp(settings, session, status);
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.status === 400) return fail({ code: 'expired' });
    return fail({ code: 'unavailable', detail: describe('answer', error) });
  }
}

/** Whoever comes back before it is done stops it: an app that still has it can do nothing more. */
async function giveUp(
  settings: YiviSettings,
  session: YiviMemory,
  status: YiviStatus,
): Promise<Result<never, IdentityFailure>> {
  if (status === 'TIMEOUT') return fail({ code: 'expired' });
  if (status !== 'CANCELLED') await endSession(settings, session);
  return fail({ code: 'refused' });
}

function describe(step: string, error: unknown): string {
  return `${step}: ${error instanceof UnexpectedAnswer ? error.message : 'unreachable'}`;
}
