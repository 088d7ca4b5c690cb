import { z } from 'zod';

/** Of what a clerk can be told, the most urgent first. */
export const alertKinds = [
  'callTrouble',
  'forwarded',
  'arrival',
  'longWait',
  'callbackDue',
  'toCall',
  'message',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alertTones = ['rising', 'bell', 'knock', 'low', 'chime'] as const;
export type AlertTone = (typeof alertTones)[number];

const alertChoice = z.strictObject({
  /** Null is no sound. */
  tone: z.enum(alertTones).nullable(),
  /** A notification of the desktop, while the seat is not in front. */
  desktop: z.boolean(),
});
export type AlertChoice = z.output<typeof alertChoice>;

export const alertVolumes = ['soft', 'normal', 'loud'] as const;
export type AlertVolume = (typeof alertVolumes)[number];

export const alertChoices = z.strictObject({
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
export type AlertChoices = z.output<typeof alertChoices>;

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
