const tonesHertz = [880, 1_174.66];
const toneSeconds = 0.28;
const volume = 0.25;

/** Two soft tones, half a second in all. */
export async function playBell(): Promise<void> {
  const context = new AudioContext();
  await context.resume();
  for (const [index, hertz] of tonesHertz.entries()) {
    const startAt = context.currentTime + index * toneSeconds;
    const tone = new OscillatorNode(context, { frequency: hertz, type: 'sine' });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, startAt);
    loudness.gain.linearRampToValueAtTime(volume, startAt + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, startAt + toneSeconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(startAt);
    tone.stop(startAt + toneSeconds);
    if (index === tonesHertz.length - 1) tone.onended = () => void context.close();
  }
}
