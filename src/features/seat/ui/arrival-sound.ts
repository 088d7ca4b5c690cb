let context: AudioContext | null = null;

/** Browsers let a page sound only after a gesture on it: call this on the first one. */
export function readySound(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** Two soft rising tones, half a second in all: somebody arrived. Silent while the browser does not allow sound. */
export function playArrival(): void {
  if (context?.state !== 'running') return;
  const start = context.currentTime + 0.02;
  playTone(context, 523.25, start);
  playTone(context, 659.26, start + 0.2);
}

function playTone(audio: AudioContext, frequencyHertz: number, startSeconds: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequencyHertz;
  volume.gain.setValueAtTime(0, startSeconds);
  volume.gain.linearRampToValueAtTime(0.08, startSeconds + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, startSeconds + 0.3);
  tone.connect(volume).connect(audio.destination);
  tone.start(startSeconds);
  tone.stop(startSeconds + 0.32);
}
