import type { AlertTone, AlertVolume } from '../alert-kinds.ts';

let context: AudioContext | null = null;

/** Browsers let a page sound only after a gesture on it: call this on the first one. */
export function readySound(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** Parts of a tone: what sounds from when on for how long, in hertz and seconds. None lasts longer than 0.6 s in all. */
type Part = {
  readonly hertz: number;
  readonly at: number;
  readonly lasts: number;
  readonly type?: OscillatorType;
};
const parts: Record<AlertTone, readonly Part[]> = {
  rising: [
    { hertz: 523.25, at: 0, lasts: 0.3 },
    { hertz: 659.26, at: 0.2, lasts: 0.3 },
  ],
  bell: [
    { hertz: 880, at: 0, lasts: 0.55 },
    { hertz: 1760, at: 0, lasts: 0.25 },
  ],
  knock: [
    { hertz: 220, at: 0, lasts: 0.09, type: 'triangle' },
    { hertz: 220, at: 0.16, lasts: 0.09, type: 'triangle' },
  ],
  low: [{ hertz: 196, at: 0, lasts: 0.45 }],
  chime: [
    { hertz: 783.99, at: 0, lasts: 0.22 },
    { hertz: 659.26, at: 0.15, lasts: 0.22 },
    { hertz: 523.25, at: 0.3, lasts: 0.28 },
  ],
};
const gains: Record<AlertVolume, number> = { soft: 0.06, normal: 0.12, loud: 0.24 };

/** Plays a tone of our own making. Silent while the browser does not allow sound. @returns whether it sounds */
export function playTone(tone: AlertTone, volume: AlertVolume): boolean {
  if (context?.state !== 'running') return false;
  for (const part of parts[tone]) playPart(context, part, gains[volume]);
  return true;
}

function playPart(audio: AudioContext, { hertz, at, lasts, type = 'sine' }: Part, loudest: number): void {
  const start = audio.currentTime + 0.02 + at;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = type;
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudest, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + lasts);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + lasts + 0.02);
  // What is not taken apart stays in the audio graph for the whole day.
  tone.onended = () => {
    tone.disconnect();
    volume.disconnect();
  };
}
