import { z } from 'zod';
import { type AlertChoices, type AlertKind, alertKinds, alertTones, alertVolumes } from './alert-kinds.ts';

const alertChoice = z.strictObject({ tone: z.enum(alertTones).nullable(), desktop: z.boolean() });

export const alertChoices: z.ZodType<AlertChoices> = z.strictObject({
  volume: z.enum(alertVolumes),
  kinds: z.strictObject({
    callTrouble: alertChoice,
    forwarded: alertChoice,
    arrival: alertChoice,
    longWait: alertChoice,
    callbackDue: alertChoice,
    toCall: alertChoice,
    message: alertChoice,
  } satisfies Record<AlertKind, unknown>),
});

/** Only what cannot wait makes a sound by itself. */
export const usualAlerts: AlertChoices = {
  volume: 'soft',
  kinds: {
    callTrouble: { tone: 'low', desktop: false },
    forwarded: { tone: 'chime', desktop: false },
    arrival: { tone: 'rising', desktop: false },
    longWait: { tone: 'knock', desktop: false },
    callbackDue: { tone: null, desktop: false },
    toCall: { tone: null, desktop: false },
    message: { tone: null, desktop: false },
  },
};

/** What is kept, made whole: a kind that came after it was kept is as usual. */
export function readAlertChoices(kept: unknown): AlertChoices {
  const known = z.object({ volume: z.unknown(), kinds: z.record(z.string(), z.unknown()) }).safeParse(kept);
  if (!known.success) return usualAlerts;
  const kinds = Object.fromEntries(
    alertKinds.map((kind) => {
      const choice = alertChoice.safeParse(known.data.kinds[kind]);
      return [kind, choice.success ? choice.data : usualAlerts.kinds[kind]];
    }),
  ) as AlertChoices['kinds'];
  const volume = z.enum(alertVolumes).safeParse(known.data.volume);
  return { volume: volume.success ? volume.data : usualAlerts.volume, kinds };
}
