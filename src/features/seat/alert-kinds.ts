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

export const alertVolumes = ['soft', 'normal', 'loud'] as const;
export type AlertVolume = (typeof alertVolumes)[number];

export type AlertChoice = {
  /** Null is no sound. */
  readonly tone: AlertTone | null;
  /** A notification of the desktop, while the seat is not in front. */
  readonly desktop: boolean;
};

export type AlertChoices = {
  readonly volume: AlertVolume;
  readonly kinds: Readonly<Record<AlertKind, AlertChoice>>;
};
